/// How long a file is, and the digest of its bytes.
struct FileDigest: Hashable, Sendable {
  let bytes: Int
  let sha256: String

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.count
    sha256 = SHA256.hexDigest(bytes)
  }
}
