extension ModelRecords {
  /// The embedded studio.
  static let studio = #"""
    {
      "id": "studio",
      "title": "Studio",
      "summary": "Path-traces a set around the product's own pixels: offline, free, the same result every time.",
      "capabilities": ["generate", "bgReplace"],
      "maxReferences": 3,
      "maxMegapixels": 64,
      "takes": ["seed", "mask", "alpha"],
      "price": {"unit": "free", "lowMicros": 0, "highMicros": 0},
      "lifecycle": {"status": "current"},
      "identityRisk": "none",
      "isOffline": true,
      "origin": {"source": "part of krafd", "sourceClass": "P", "asOf": "2026-11-23"}
    }
    """#
}
