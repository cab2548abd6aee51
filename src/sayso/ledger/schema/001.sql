-- What came in. Names that people or pages gave stand in "body" (JSON, ASCII), so that any character can be kept everywhere.
CREATE TABLE raws (digest ${text} PRIMARY KEY, size ${int} NOT NULL, body ${blob} NOT NULL) ${strict};

-- One text as it was extracted, by the digest of all that is known of it; "id" is Article.id, which several may share.
CREATE TABLE articles (digest ${text} PRIMARY KEY, id ${text} NOT NULL, body ${blob} NOT NULL, seal ${int} NOT NULL) ${strict};
CREATE INDEX articles_by_id ON articles (id);

CREATE TABLE documents (
    id ${text} PRIMARY KEY,
    raw ${text} NOT NULL REFERENCES raws (digest),
    address ${text} NOT NULL,
    first_seen ${text} NOT NULL,
    state ${text} NOT NULL CHECK (state IN ('waiting', 'read', 'failed', 'skipped')),
    tries ${int} NOT NULL,
    article ${text} REFERENCES articles (digest),
    body ${text} NOT NULL,
    seal ${int} NOT NULL,
    CHECK ((state = 'read') = (article IS NOT NULL))
) ${strict};
CREATE INDEX documents_by_state ON documents (state, tries, first_seen, id);
CREATE INDEX documents_by_time ON documents (first_seen, id);
CREATE INDEX documents_by_address ON documents (address);
CREATE INDEX documents_by_article ON documents (article);

CREATE TABLE places (
    document ${text} NOT NULL REFERENCES documents (id),
    place ${text} NOT NULL,
    seal ${int} NOT NULL,
    PRIMARY KEY (document, place)
) ${strict};
CREATE INDEX places_by_place ON places (place);

CREATE TABLE readings (
    article ${text} PRIMARY KEY REFERENCES articles (digest),
    version ${text} NOT NULL,
    digest ${text} NOT NULL,
    body ${blob} NOT NULL
) ${strict};

-- What people decided. A row is never deleted; undoing one fills "undone".
CREATE TABLE judgements (id ${text} PRIMARY KEY, made ${text} NOT NULL, undone ${text}, body ${text} NOT NULL, seal ${int} NOT NULL) ${strict};
CREATE INDEX judgements_by_time ON judgements (made, id);
CREATE TABLE judged (judgement ${text} NOT NULL REFERENCES judgements (id), document ${text} NOT NULL, PRIMARY KEY (document, judgement)) ${strict};

-- What is followed; "body" (JSON) tells when it was visited and what came of it. Not part of an export.
CREATE TABLE followed (id ${text} PRIMARY KEY, body ${text} NOT NULL, seal ${int} NOT NULL) ${strict};

-- Derived from here on: made again by rebuild.
CREATE TABLE current (article ${text} PRIMARY KEY, digest ${text} NOT NULL REFERENCES articles (digest)) ${strict};

CREATE TABLE claims (
    key ${int} PRIMARY KEY,
    article ${text} NOT NULL REFERENCES current (article),
    claim ${text} NOT NULL,
    verdict ${text} NOT NULL,
    confidence ${real} NOT NULL,
    body ${text} NOT NULL,
    seal ${int} NOT NULL
) ${strict};
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_id ON claims (claim);
CREATE INDEX claims_to_review ON claims (verdict, confidence, key);

CREATE TABLE anchored (
    judgement ${text} NOT NULL REFERENCES judgements (id),
    anchor ${int} NOT NULL,
    document ${text} NOT NULL,
    article ${text} NOT NULL,
    claim ${text},
    PRIMARY KEY (judgement, anchor)
) ${strict};
CREATE INDEX anchored_by_claim ON anchored (claim);
CREATE INDEX anchored_by_document ON anchored (document);
