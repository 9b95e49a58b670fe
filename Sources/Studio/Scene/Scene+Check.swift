extension Scene {
  /// - Throws: `sceneField` with the first field that leaves its range.
  func check() throws(StudioError) {
    try within(room.bendRadius, 0.05...10, "room.bendRadius")
    try within(room.wallDistance, 0.3...50, "room.wallDistance")
    try within(room.gap, 0...50, "room.gap")
    try within(room.horizon ?? 0.5, 0...1, "room.horizon")
    if let plinth {
      try within(plinth.height, 0.02...2, "plinth.height")
      try within(plinth.spread, 1...4, "plinth.spread")
    }
    guard pieces.count <= Self.mostPieces else { throw .sceneField("pieces") }
    for (index, piece) in pieces.enumerated() { try piece.check("pieces[\(index)]", within) }
    guard lights.count <= 8 else { throw .sceneField("lights") }
    for (index, light) in lights.enumerated() { try light.check("lights[\(index)]", within) }
    try within(ambient, 0...10, "ambient")
    try within(whiteBalanceKelvin, 1_000...20_000, "whiteBalanceKelvin")
    try within(camera.lensMillimetres, 10...400, "camera.lensMillimetres")
    try within(camera.pitchDegrees ?? 5, 1...60, "camera.pitchDegrees")
    try within(camera.usualPitchDegrees, 1...60, "camera.usualPitchDegrees")
    try within(camera.sideways, -0.5...0.5, "camera.sideways")
    try within(goboShift, -2...2, "goboShift")
    try within(camera.fNumber ?? 8, 1...64, "camera.fNumber")
    try within(frame.fill, 0.05...1, "frame.fill")
    try within(frame.copyShare, 0...0.6, "frame.copyShare")
    try within(frame.lift, -0.3...0.3, "frame.lift")
    try within(ground.shadow, 0...2, "ground.shadow")
    try within(ground.reflection, 0...1, "ground.reflection")
    try within(ground.roughness, 0.02...1, "ground.roughness")
    try within(exposure.falloff ?? 0, 0...4, "exposure.falloff")
    guard ambient > 0 || lights.contains(where: { $0.power > 0 }) else { throw .sceneField("lights") }
  }

  private func within(_ value: Double, _ range: ClosedRange<Double>, _ field: String) throws(StudioError) {
    guard range.contains(value) else { throw .sceneField(field) }
  }
}

extension Scene.SoftBox {
  fileprivate func check(
    _ place: String, _ within: (Double, ClosedRange<Double>, String) throws(StudioError) -> Void
  ) throws(StudioError) {
    try within(azimuth, -180...180, "\(place).azimuth")
    try within(elevation, -90...90, "\(place).elevation")
    try within(distance, 0.5...50, "\(place).distance")
    try within(width, 0.01...20, "\(place).width")
    try within(height, 0.01...20, "\(place).height")
    try within(power, 0...10, "\(place).power")
    try within(kelvin, 1_000...20_000, "\(place).kelvin")
  }
}

extension Scene.Piece {
  fileprivate func check(
    _ place: String, _ within: (Double, ClosedRange<Double>, String) throws(StudioError) -> Void
  ) throws(StudioError) {
    try within(x, -4...4, "\(place).x")
    try within(z, -8...1, "\(place).z")
    try within(width, 0.02...4, "\(place).width")
    try within(height, 0.02...4, "\(place).height")
    try within(depth, 0.02...4, "\(place).depth")
    try within(turn, -180...180, "\(place).turn")
  }
}
