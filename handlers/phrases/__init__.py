"""Every sentence that is said, in the source language; catalogs hold the others."""
