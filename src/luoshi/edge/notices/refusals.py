"""What may not be done with notices."""

from luoshi.core.refusals import N_

NOT_OPEN = N_("这一条不在“没有发出”或“可能已发”之列，不必重发：请刷新页面，看它现在的状态。")
NOT_YOURS = N_("只有交办方和督查人员能出任务 {number} 的督办通知单：请转告交办方，或请督查专员出具。")
NOT_IN_HAND = N_("任务 {number} 不在承办中，不能出督办通知单：还没交办的请先交办，已报结的请核验。")
NO_DEMAND = N_("督办要求还没有写：请写明要对方做什么。")
