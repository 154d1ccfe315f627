"""People, the posts they hold, and whom they let stand in for them."""
