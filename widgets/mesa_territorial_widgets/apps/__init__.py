"""Las aplicaciones: una página entera cada una."""
