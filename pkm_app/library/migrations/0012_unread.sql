-- What is unread: without this a list of unread articles looks at every row that was read, nearly all of a big stream.
CREATE INDEX articles_unread ON articles (sorted_at DESC, article_id DESC) WHERE is_read = 0;
