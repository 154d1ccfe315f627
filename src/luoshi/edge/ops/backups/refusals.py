"""Why a backup cannot be made or restored: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

EXISTS = N_("“{name}”已经存在：请换一个文件名，或先移走它。")
NO_BACKUP = N_("“{name}”不是落实的备份文件：请核对文件。")
NEEDS_PASSPHRASE = N_("“{name}”是加密的备份：请先设好 LUOSHI_BACKUP_PASSPHRASE（备份时用的口令）。")
WRONG_PASSPHRASE = N_("“{name}”解不开：口令不对，或者文件损坏；请核对口令，或换一份备份。")
BROKEN = N_("备份文件损坏：“{part}”与备份时的摘要不一致；现有数据没有动，请换一份备份。")
MISSING = N_("备份文件不完整：缺少“{part}”；现有数据没有动，请换一份备份。")
COUNTED = N_("恢复的“{part}”是 {found} 行，备份时是 {count} 行；现有数据没有动，请换一份备份。")
TOO_NEW = N_("这份备份来自更新的版本（{version}）：请先升级到那个版本或更新的版本再恢复。")
NOT_EMPTY = N_("“{home}”里已有数据：恢复会整个替换它。确认要替换，请加 --replace 再执行一次。")
BEING_MADE = N_("正在往“{name}”备份：请等它结束，或换一个文件名。")
IN_USE = N_("网站或别的 luoshi 命令正在运行：请先停下 luoshi serve，等其他命令结束，再恢复。")
