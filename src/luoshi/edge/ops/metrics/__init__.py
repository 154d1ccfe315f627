"""What monitoring may know: how much is asked, how long it takes, how large it all is, when things last happened."""
