"""Who answers for what: duty lists by post, what leaders take up in person, hearings, requests and reports."""
