"""The pages of organizations: the tree, one branch on one page 一支部一页, what may be changed about them."""
