"""How many characters are kept of what somebody says of an activity."""

TOPIC_LENGTH, PLACE_LENGTH, ITEM_LENGTH = 200, 100, 300
# Of the minutes of one meeting, of what was said in a talk, of a reason.
MINUTES_LENGTH, TALK_LENGTH, REASON_LENGTH = 50_000, 10_000, 500
FILE_NAME_LENGTH = 200
# An activity of more hours is two activities.
MOST_HOURS = 240
