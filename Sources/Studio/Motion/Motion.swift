/// What moves in a clip. The product's pixels are the same in every frame, or, where the camera comes closer, of the same photo
/// at another size. Every motion goes there and back, so that a clip can run without end.
public enum Motion: String, Sendable, CaseIterable {
  /// The camera comes a little closer.
  case pushIn = "push-in"
  /// The lamps go around the product.
  case lightSweep = "light-sweep"
  /// The shadow of the gobo moves over the set.
  case goboDrift = "gobo-drift"
  /// The camera moves sideways, so that the set moves behind the product.
  case parallax
}

extension Motion {
  /// The scene at a moment.
  ///
  /// - Parameter progress: 0 at the start, 1 where the motion turns back.
  func applied(to scene: Scene, progress: Double) -> Scene {
    var scene = scene
    let swing = 2 * progress - 1
    switch self {
    case .pushIn: scene.frame.fill = min(max(scene.frame.fill * (0.9 + 0.1 * progress), 0.05), 1)
    case .lightSweep:
      for index in scene.lights.indices {
        scene.lights[index].azimuth = min(max(scene.lights[index].azimuth + 32 * swing, -180), 180)
      }
    case .goboDrift: scene.goboShift = 0.16 * swing
    case .parallax: scene.camera.sideways = 0.14 * swing
    }
    return scene
  }

  /// How far a frame is, with a soft start and a soft turn.
  static func progress(frame: Int, of count: Int) -> Double {
    let turn = min(frame, count - frame)
    return (1 - cosine(360 * Double(turn) / Double(max(count, 1)))) / 2
  }
}
