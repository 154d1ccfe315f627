"""Calendar feeds 日历订阅: what somebody owes, and by when, in the calendar program they use anyway."""
