"""Does a source still give the published page? Its lines beside those of the page, clause by clause."""
