"""What tests stand on: servers, a browser, the site itself."""
