"""Recognisers: each reads one kind of fact out of the words of a page. A fact that is not certain is a doubt."""
