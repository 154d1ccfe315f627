"""Why a cell of a ledger is not taken: what is wrong, in which cell, and what to do."""

from luoshi.core.refusals import N_

SPANNING = N_("{cell}：这一行有跨行的合并单元格，分不清写的是哪一次：请取消合并，逐行填写。")
MISSING = N_("{cell}：“{label}”没有填：请补上。")
NO_DAY = N_("{cell}：“{value}”不是完整的日期：请写成 2025-06-30 的样子。")
NO_KIND = N_("{cell}：“{value}”不是活动类别：请写“党员大会”“主题党日”等，几类用顿号分开。")
NO_HOURS = N_("{cell}：“{value}”不是时长：请写小时数，如 2 或 1.5。")
NO_PLACE = N_("{cell}：您选的组织及其下级里没有“{value}”：请写全称或代码。")
NOBODY = N_("{cell}：没有找到“{value}”：请写全名，或先登记这个人。")
SEVERAL = N_("{cell}：叫“{value}”的有 {count} 位，分不清是谁：这一行请在网页上记。")
TWICE = N_("{cell}：“{value}”列了两次：一个人在一次活动里只记一次，请删去一处。")
