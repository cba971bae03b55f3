"""What is promised of security: a test each, named by the requirement of OWASP's ASVS 5.0 that it shows."""
