public import Imaging

extension Studio {
  /// The longest clip, in frames.
  public static let mostFrames = 96

  /// Makes the frames of a clip, one after the other.
  ///
  /// The way back shows the frames of the way there. The same job gives the same frames on any number of threads.
  ///
  /// - Parameters:
  ///   - count: 2 to `mostFrames`; more are cut off.
  ///   - onFrame: called with each frame on the caller's thread; what it throws ends the clip.
  /// - Throws: as `render`, and what `onFrame` throws.
  /// - Cost: one picture for every two frames; these pictures stay in memory.
  public static func clip(
    _ job: StudioJob, motion: Motion, frames count: Int, threads: Int = 2,
    isCancelled: @escaping @Sendable () -> Bool = { false }, onFrame: (Int, Raster) throws(StudioError) -> Void
  ) throws(StudioError) {
    let count = min(max(count, 2), mostFrames)
    var there: [Raster] = []
    for frame in 0..<count {
      let turn = min(frame, count - frame)
      if turn == there.count {
        var moment = job
        moment.isFrame = true
        moment.scene = motion.applied(to: job.scene, progress: Motion.progress(frame: frame, of: count))
        there.append(try render(moment, threads: threads, isCancelled: isCancelled).image)
      }
      try onFrame(frame, there[turn])
    }
  }
}
