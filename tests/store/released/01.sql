BEGIN TRANSACTION;
CREATE TABLE documents (
            id VARCHAR(32) PRIMARY KEY, owner VARCHAR(255) NOT NULL, title TEXT NOT NULL, revision INTEGER NOT NULL,
            created BIGINT NOT NULL, saved BIGINT NOT NULL, size BIGINT NOT NULL);
INSERT INTO "documents" VALUES('dddddddddddddddddddddddddddddddd','ada','Coups',2,1772366400000000,1772366700000000,887);
CREATE TABLE holdings (
            document_id VARCHAR(32) NOT NULL, number INTEGER NOT NULL, sha256 VARCHAR(64) NOT NULL, what VARCHAR(8) NOT NULL,
            PRIMARY KEY (document_id, number, sha256, what),
            FOREIGN KEY (document_id, number) REFERENCES revisions (document_id, number) ON DELETE CASCADE);
INSERT INTO "holdings" VALUES('dddddddddddddddddddddddddddddddd',1,'8fb0478abed6533a1308a995268a85f61b690c1f904cba8b3b30f2eb51c88ac6','source');
INSERT INTO "holdings" VALUES('dddddddddddddddddddddddddddddddd',2,'8fb0478abed6533a1308a995268a85f61b690c1f904cba8b3b30f2eb51c88ac6','source');
INSERT INTO "holdings" VALUES('dddddddddddddddddddddddddddddddd',2,'92eca19a4e4339efec750dbf374aaa6225c94e2054270537b2d32ff6d65402f8','table');
CREATE TABLE revisions (
            document_id VARCHAR(32) NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL,
            saved BIGINT NOT NULL, saved_by VARCHAR(32) NOT NULL, title TEXT NOT NULL, schema_version INTEGER NOT NULL,
            size BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document_id, number));
INSERT INTO "revisions" VALUES('dddddddddddddddddddddddddddddddd',1,1772366400000000,'','Coups',1,357,'{"edits":[],"schema":1,"sources":[{"captured":"2026-03-01T12:00:00+00:00","language":"en","more":{},"narrative":null,"published":"2023-07-27","published_from":"given","sha256":"8fb0478abed6533a1308a995268a85f61b690c1f904cba8b3b30f2eb51c88ac6","source":"Example Press","title":"Niger","url":"https://example.org/niger"}],"table":"","title":"Coups","view":{}}');
INSERT INTO "revisions" VALUES('dddddddddddddddddddddddddddddddd',2,1772366700000000,'','Coups',1,481,'{"edits":[{"event":"e1","title":"Soldiers seize power"}],"schema":1,"sources":[{"captured":"2026-03-01T12:00:00+00:00","language":"en","more":{},"narrative":null,"published":"2023-07-27","published_from":"given","sha256":"8fb0478abed6533a1308a995268a85f61b690c1f904cba8b3b30f2eb51c88ac6","source":"Example Press","title":"Niger","url":"https://example.org/niger"}],"table":"92eca19a4e4339efec750dbf374aaa6225c94e2054270537b2d32ff6d65402f8","title":"Coups","view":{"lanes":"actor"}}');
CREATE TABLE shares (
            id VARCHAR(32) PRIMARY KEY, document_id VARCHAR(32) NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            token_sha256 VARCHAR(64) NOT NULL UNIQUE, rights VARCHAR(8) NOT NULL, revision INTEGER, full_text INTEGER NOT NULL,
            created BIGINT NOT NULL, expires BIGINT, opened INTEGER NOT NULL);
INSERT INTO "shares" VALUES('55555555555555555555555555555555','dddddddddddddddddddddddddddddddd','533aecccb4b6b7ca3e23e56b6cbea92495ed1ea5b3e22dd01993f3c97f65dde7','view',1,1,1772366400000000,NULL,0);
CREATE TABLE texts (
            document_id VARCHAR(32) NOT NULL REFERENCES documents (id) ON DELETE CASCADE, sha256 VARCHAR(64) NOT NULL,
            size BIGINT NOT NULL, text BLOB NOT NULL, PRIMARY KEY (document_id, sha256));
INSERT INTO "texts" VALUES('dddddddddddddddddddddddddddddddd','8fb0478abed6533a1308a995268a85f61b690c1f904cba8b3b30f2eb51c88ac6',38,X'4F6E203236204A756C79203230323320736F6C6469657273207365697A656420706F7765722E');
INSERT INTO "texts" VALUES('dddddddddddddddddddddddddddddddd','92eca19a4e4339efec750dbf374aaa6225c94e2054270537b2d32ff6d65402f8',11,X'7B22726F7773223A20317D');
CREATE TABLE timeline_store (schema_version INTEGER NOT NULL, upgraded BIGINT NOT NULL);
INSERT INTO "timeline_store" VALUES(1,1772366400000000);
CREATE INDEX documents_of_an_owner ON documents (owner, saved);
CREATE INDEX shares_of_a_document ON shares (document_id);
COMMIT;
