import Generation
import Imaging
import Studio

extension StudioProvider {
  /// The longer side of a clip, in px: the shot's own, up to this.
  private static let clipSide = 1_024
  private static let clipFrames = 36
  private static let frameMilliseconds = 83
  private static let clipSamples = 8
  private static let clipQuality = 82

  /// Three seconds of a scene as an animated WebP file; `report` hears how much of it is done.
  static func clip(
    _ job: StudioJob, _ motion: ClipMotion, isCancelled: @escaping @Sendable () -> Bool,
    report: (Double) -> Void
  ) throws(StudioError) -> GeneratedClip {
    var job = job
    let longer = max(job.width, job.height)
    if longer > clipSide {
      (job.width, job.height) = (max(job.width * clipSide / longer, 8), max(job.height * clipSide / longer, 8))
    }
    job.samples = min(job.samples, clipSamples)
    if let place = job.place {
      job.place = try PlacePhoto(
        place.image, kind: place.kind, width: job.width, height: job.height, isCancelled: isCancelled)
    }
    do {
      var file = try AnimatedPicture(quality: clipQuality)
      try Studio.clip(
        job, motion: Motion(motion), frames: clipFrames, threads: processors, isCancelled: isCancelled
      ) { frame, picture throws(StudioError) in
        do throws(ImagingError) {
          try file.add(picture, milliseconds: frameMilliseconds)
        } catch {
          throw .sizeOutOfRange(width: job.width, height: job.height)
        }
        report(Double(frame + 1) / Double(clipFrames))
      }
      return GeneratedClip(bytes: try file.finish(), width: job.width, height: job.height)
    } catch let error as StudioError {
      throw error
    } catch {
      throw .sizeOutOfRange(width: job.width, height: job.height)
    }
  }
}

extension Motion {
  fileprivate init(_ motion: ClipMotion) {
    switch motion {
    case .pushIn: self = .pushIn
    case .lightSweep: self = .lightSweep
    case .goboDrift: self = .goboDrift
    case .parallax: self = .parallax
    }
  }
}

extension Scene {
  /// What a clip of the scene will lack.
  func warnings(motion: ClipMotion?) -> [String] {
    motion == .goboDrift && gobo == nil
      ? [
        "Nothing throws a shadow on this set, so nothing drifts; ask for leaf shadow, palm shadow, window shadow or blinds"
      ]
      : []
  }
}
