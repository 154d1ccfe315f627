"""What is owed 应尽事项: a year as a heat map, the list behind each figure, one organization's year."""
