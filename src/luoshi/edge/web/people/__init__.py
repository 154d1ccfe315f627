"""The pages of people, their posts, and whom they let stand in for them."""
