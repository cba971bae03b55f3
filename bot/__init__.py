"""The running program: settings, web server, channels, postman, clock."""
