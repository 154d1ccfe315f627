"""Duties 责任: lists by post, the matrix, the docket of leaders, hearings, requests and reports."""
