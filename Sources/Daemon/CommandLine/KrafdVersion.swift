/// The version of this program.
public enum KrafdVersion {
  public static let current = "0.1.0"
}
