"""Addresses of areas."""
