"""Tools for those who develop policyc; nothing here is imported by a build."""
