import GRDB

extension DatabaseMigrator {
  /// Every form the database has ever had, in order. A migration that was released is never edited: add one.
  static var workspace: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 first tables") { database in
      for sql in firstTables { try database.execute(sql: sql) }
    }
    migrator.registerMigration("2 plans, money and the queue") { database in
      for sql in plansAndMoney { try database.execute(sql: sql) }
    }
    migrator.registerMigration("3 verdicts") { database in
      try database.execute(
        sql: """
          CREATE TABLE verdicts (
            asset TEXT PRIMARY KEY NOT NULL REFERENCES assets,
            kind TEXT NOT NULL CHECK (kind IN ('accepted', 'rejected')),
            note TEXT NOT NULL,
            time INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("4 the canvas") { database in
      for sql in canvas { try database.execute(sql: sql) }
    }
    return migrator
  }

  private static let canvas = [
    """
    CREATE TABLE newNodes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (
        kind IN ('product', 'prompt', 'reference', 'output', 'variation', 'edit', 'note', 'group')),
      asset TEXT REFERENCES assets,
      product TEXT REFERENCES products,
      shot TEXT,
      job TEXT REFERENCES jobs (id),
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      tags TEXT NOT NULL,
      x REAL NOT NULL,
      y REAL NOT NULL,
      width REAL NOT NULL CHECK (width > 0),
      height REAL NOT NULL CHECK (height > 0),
      parent INTEGER REFERENCES canvasNodes (id),
      stale INTEGER NOT NULL DEFAULT 0,
      created INTEGER NOT NULL,
      trashed INTEGER,
      version INTEGER NOT NULL
    ) STRICT;
    INSERT INTO newNodes
      SELECT n.id, CASE WHEN n.shot IS NULL THEN 'edit' ELSE 'output' END, n.asset, n.product, n.shot, n.job, n.title,
        '', '', n.x * 0.5625, n.y * 0.625, 320.0 * a.width / max(a.width, a.height),
        320.0 * a.height / max(a.width, a.height), NULL, 0, n.created, NULL, (SELECT value FROM clock)
      FROM canvasNodes n JOIN assets a ON a.id = n.asset;
    DROP TABLE canvasNodes;
    ALTER TABLE newNodes RENAME TO canvasNodes;
    CREATE INDEX canvasNodesByAsset ON canvasNodes (asset);
    CREATE INDEX canvasNodesByPrompt ON canvasNodes (product, shot, kind);
    CREATE INDEX canvasNodesByPlace ON canvasNodes (x, y);
    CREATE INDEX canvasNodesByParent ON canvasNodes (parent) WHERE parent IS NOT NULL;
    """,
    """
    CREATE TABLE canvasEdges (
      source INTEGER NOT NULL REFERENCES canvasNodes (id) ON DELETE CASCADE,
      target INTEGER NOT NULL REFERENCES canvasNodes (id) ON DELETE CASCADE,
      operation TEXT NOT NULL,
      PRIMARY KEY (target, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX canvasEdgesBySource ON canvasEdges (source);
    INSERT OR IGNORE INTO canvasEdges
      SELECT s.id, t.id, e.operation FROM edges e
      JOIN canvasNodes s ON s.asset = e.source JOIN canvasNodes t ON t.asset = e.target WHERE s.id < t.id;
    """,
    """
    CREATE VIRTUAL TABLE canvasWords USING fts5 (
      title, text, tags, shot, content = 'canvasNodes', content_rowid = 'id',
      tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
    INSERT INTO canvasWords (canvasWords) VALUES ('rebuild');
    CREATE TRIGGER canvasWordsAdded AFTER INSERT ON canvasNodes BEGIN
      INSERT INTO canvasWords (rowid, title, text, tags, shot)
        VALUES (new.id, new.title, new.text, new.tags, new.shot);
    END;
    CREATE TRIGGER canvasWordsRemoved AFTER DELETE ON canvasNodes BEGIN
      INSERT INTO canvasWords (canvasWords, rowid, title, text, tags, shot)
        VALUES ('delete', old.id, old.title, old.text, old.tags, old.shot);
    END;
    CREATE TRIGGER canvasWordsChanged AFTER UPDATE OF title, text, tags ON canvasNodes BEGIN
      INSERT INTO canvasWords (canvasWords, rowid, title, text, tags, shot)
        VALUES ('delete', old.id, old.title, old.text, old.tags, old.shot);
      INSERT INTO canvasWords (rowid, title, text, tags, shot)
        VALUES (new.id, new.title, new.text, new.tags, new.shot);
    END;
    """,
    // The row of an asset stays when its file is thrown away: history names it.
    "ALTER TABLE assets ADD COLUMN removed INTEGER;",
    // The fingerprint of what the shot list said, where the order asked for something else.
    "ALTER TABLE jobs ADD COLUMN listed TEXT;",
    "ALTER TABLE jobs ADD COLUMN fresh INTEGER NOT NULL DEFAULT 0;",
  ]

  private static let plansAndMoney = [
    """
    ALTER TABLE jobs ADD COLUMN fingerprint TEXT;
    ALTER TABLE jobs ADD COLUMN inputs TEXT;
    ALTER TABLE jobs ADD COLUMN reused TEXT REFERENCES jobs (id);
    ALTER TABLE jobs ADD COLUMN priority INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE jobs ADD COLUMN pool TEXT NOT NULL DEFAULT 'processor' CHECK (pool IN ('processor', 'network'));
    CREATE INDEX jobsByFingerprint ON jobs (fingerprint, state) WHERE fingerprint IS NOT NULL;
    CREATE INDEX jobsByShot ON jobs (document, shot, number);
    """,
    """
    CREATE TABLE ledger (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      job TEXT NOT NULL REFERENCES jobs (id),
      model TEXT NOT NULL,
      arithmetic TEXT NOT NULL,
      lowMicros INTEGER NOT NULL,
      highMicros INTEGER NOT NULL,
      actualMicros INTEGER,
      state TEXT NOT NULL CHECK (state IN ('open', 'paid', 'unknown')),
      created INTEGER NOT NULL,
      closed INTEGER
    ) STRICT;
    CREATE INDEX ledgerByJob ON ledger (job);
    CREATE INDEX ledgerByTime ON ledger (created);
    CREATE TRIGGER ledgerIsKept BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is never deleted'); END;
    """,
    """
    CREATE TABLE budgets (
      scope TEXT PRIMARY KEY NOT NULL CHECK (scope IN ('workspace', 'month')),
      micros INTEGER NOT NULL CHECK (micros >= 0)
    ) STRICT, WITHOUT ROWID;
    """,
  ]

  private static let firstTables = [
    """
    CREATE TABLE clock (value INTEGER NOT NULL);
    INSERT INTO clock VALUES (0);
    """,
    """
    CREATE TABLE products (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE assets (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 64),
      kind TEXT NOT NULL CHECK (kind IN ('photo', 'cutout', 'mask', 'output')),
      format TEXT NOT NULL,
      width INTEGER NOT NULL CHECK (width > 0),
      height INTEGER NOT NULL CHECK (height > 0),
      byteCount INTEGER NOT NULL,
      created INTEGER NOT NULL,
      confidence REAL,
      reasons TEXT NOT NULL,
      product TEXT REFERENCES products
    ) STRICT;
    CREATE INDEX assetsByTime ON assets (created, id);
    """,
    """
    CREATE TABLE productReferences (
      product TEXT NOT NULL REFERENCES products,
      handle TEXT NOT NULL,
      place INTEGER NOT NULL,
      path TEXT NOT NULL,
      kind TEXT NOT NULL,
      asset TEXT REFERENCES assets,
      PRIMARY KEY (product, handle)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE jobs (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      key TEXT NOT NULL,
      slot TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('generate', 'edit')),
      title TEXT NOT NULL,
      document TEXT,
      shot TEXT,
      request TEXT NOT NULL,
      state TEXT NOT NULL
        CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'ambiguous')),
      stage TEXT NOT NULL,
      fraction REAL NOT NULL,
      mayHaveSpent INTEGER NOT NULL DEFAULT 0,
      warnings TEXT NOT NULL,
      failureReason TEXT,
      failureDetail TEXT,
      costMicros INTEGER NOT NULL DEFAULT 0,
      created INTEGER NOT NULL,
      started INTEGER,
      finished INTEGER,
      session TEXT,
      UNIQUE (key, slot)
    ) STRICT;
    CREATE INDEX jobsByState ON jobs (state, number);
    """,
    """
    CREATE TABLE jobOutputs (
      job TEXT NOT NULL REFERENCES jobs (id),
      place INTEGER NOT NULL,
      asset TEXT NOT NULL REFERENCES assets,
      PRIMARY KEY (job, place)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE edges (
      source TEXT NOT NULL REFERENCES assets,
      target TEXT NOT NULL REFERENCES assets,
      operation TEXT NOT NULL,
      parameters TEXT NOT NULL,
      job TEXT REFERENCES jobs (id),
      PRIMARY KEY (target, source, operation, parameters)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX edgesBySource ON edges (source);
    """,
    """
    CREATE TABLE canvasNodes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      asset TEXT NOT NULL REFERENCES assets,
      title TEXT NOT NULL,
      product TEXT REFERENCES products,
      shot TEXT,
      job TEXT REFERENCES jobs (id),
      x REAL NOT NULL,
      y REAL NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    """,
  ]
}
