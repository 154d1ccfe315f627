"""What each organization owes 应尽事项: computed from rules, facts and what happened; never typed, never stored."""
