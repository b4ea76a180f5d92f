"""`python -m policyc`."""

from .cli import main

main()
