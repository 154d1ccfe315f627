"""Why a cell or a sheet is not taken: what is wrong, in which cell, and what to do."""

from luoshi.core.refusals import N_

EMPTY_SHEET = N_("{cell}：第 1 行应为表头（{titles}），现在是空的：请下载模板重新填写。")
MISSING_COLUMN = N_("{cell}：表头缺少“{title}”一列：请对照模板补上，列的先后不限。")
UNKNOWN_COLUMN = N_("{cell}：表头“{title}”不认识：请对照模板改正，或删去这一列。")
REPEATED_COLUMN = N_("{cell}：表头“{title}”出现两次：请删去一列。")
BEYOND_HEADER = N_("{cell}：这一格上方没有表头：请对照模板补上表头，或清空这一格。")
MERGED = N_("{cell}：{range} 是合并单元格，分不清属于哪一行：请取消合并，逐行填写。")
HIDDEN_ROW = N_("{cell}：第 {row} 行是隐藏行：请取消隐藏核对后再导入，不要的请删除。")
HIDDEN_COLUMN = N_("{cell}：这一列是隐藏列：请取消隐藏核对后再导入，不要的请删除。")
FORMULA = N_("{cell}：这一格是公式，结果会随别处变动：请复制后用“粘贴为数值”代替公式。")
REQUIRED = N_("{cell}：“{title}”没有填：请补上。")
TOO_LONG = N_("{cell}：“{title}”有 {length} 个字，超过 {limit} 个字的上限：请缩短。")
NO_CHOICE = N_("{cell}：“{value}”不是可选的“{title}”：请从{choices}中选一个。")
NO_DATE = N_("{cell}：“{value}”不是完整的日期：请写成 2024-06-30 的样子。")
NO_NUMBER = N_("{cell}：“{value}”不是整数：请填数字，如 3。")
LISTED_TWICE = N_("{cell}：“{value}”在 {other} 已经列过：一行一个，请删去重复的一行。")
UNKNOWN_ORGANIZATION = N_("{cell}：代码为“{value}”的组织不存在：请核对代码，或先把它列进组织表导入。")
LOOP = N_("{cell}：上级“{value}”就是它本身或它的下级，绕成了一圈：请改填真正的上级。")
ENDED = N_("{cell}：“{name}”已于 {on} 撤销：请改填仍在运行的组织，或删去这一行。")
BECAUSE = N_("{cell}：{reason}")

NEW = N_("{cell}：新增“{value}”。")
CHANGED = N_("{cell}：“{title}”由“{was}”改为“{value}”。")
SAME = N_("{cell}：没有变化。")

NOT_IMPORTED = N_("有 {count} 处不能导入（第一处是 {cell}），一行也没有写入：请按预览改正后重新导入。")
