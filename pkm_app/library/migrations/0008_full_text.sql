-- What a feed gave, for articles that are read with the full text of their page: that stands in bodies then, so that
-- it is searched, and the feed's own version is one act away.
CREATE TABLE feed_bodies (
    seq    INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
    text   TEXT NOT NULL,
    html   TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
