// Files we do not read, so that a refusal can say what it refuses. Sources: the formats' own specifications.

export interface Signature {
  name: string;
  /** Offset of the bytes in the file. */
  at: number;
  /** Lower case; a dot stands for any digit. */
  hex: string;
}

export const foreignSignatures: readonly Signature[] = [
  { name: 'a ZIP archive', at: 0, hex: '504b0304' },
  { name: 'an empty ZIP archive', at: 0, hex: '504b0506' },
  { name: 'a split ZIP archive', at: 0, hex: '504b0708' },
  { name: 'an old Office file', at: 0, hex: 'd0cf11e0a1b11ae1' },
  { name: 'a GIF image', at: 0, hex: '474946383761' },
  { name: 'a GIF image', at: 0, hex: '474946383961' },
  { name: 'a Windows program', at: 0, hex: '4d5a' },
  { name: 'a Linux program', at: 0, hex: '7f454c46' },
  { name: 'a macOS program', at: 0, hex: 'feedface' },
  { name: 'a macOS program', at: 0, hex: 'feedfacf' },
  { name: 'a macOS program', at: 0, hex: 'cefaedfe' },
  { name: 'a macOS program', at: 0, hex: 'cffaedfe' },
  { name: 'a Java class or macOS program', at: 0, hex: 'cafebabe' },
  { name: 'a WebAssembly module', at: 0, hex: '0061736d' },
  { name: 'a RAR archive', at: 0, hex: '526172211a07' },
  { name: 'a 7z archive', at: 0, hex: '377abcaf271c' },
  { name: 'a gzip archive', at: 0, hex: '1f8b08' },
  { name: 'a bzip2 archive', at: 0, hex: '425a68' },
  { name: 'an xz archive', at: 0, hex: 'fd377a585a00' },
  { name: 'a Zstandard archive', at: 0, hex: '28b52ffd' },
  { name: 'a tar archive', at: 257, hex: '7573746172' },
  { name: 'a JPEG 2000 image', at: 0, hex: '0000000c6a5020200d0a870a' },
  { name: 'a JPEG 2000 image', at: 0, hex: 'ff4fff51' },
  { name: 'a JPEG XL image', at: 0, hex: '0000000c4a584c200d0a870a' },
  { name: 'a JPEG XL image', at: 0, hex: 'ff0a' },
  { name: 'a HEIC or AVIF image, or a video', at: 4, hex: '66747970' },
  { name: 'a Photoshop image', at: 0, hex: '38425053' },
  { name: 'a Windows icon', at: 0, hex: '00000100' },
  { name: 'an audio or video file', at: 8, hex: '57415645' },
  { name: 'an audio or video file', at: 8, hex: '41564920' },
  { name: 'an MP3 file', at: 0, hex: '494433' },
  { name: 'an Ogg file', at: 0, hex: '4f676753' },
  { name: 'a FLAC file', at: 0, hex: '664c6143' },
  { name: 'a Matroska or WebM video', at: 0, hex: '1a45dfa3' },
  { name: 'a font', at: 0, hex: '774f4646' },
  { name: 'a font', at: 0, hex: '774f4632' },
  { name: 'a font', at: 0, hex: '4f54544f' },
  { name: 'a font', at: 0, hex: '0001000000' },
  { name: 'an SQLite database', at: 0, hex: '53514c69746520666f726d6174203300' },
  { name: 'a DjVu document', at: 0, hex: '41542654464f524d' },
  { name: 'a WordPerfect document', at: 0, hex: 'ff575043' },
  { name: 'a BMP image', at: 0, hex: '424d........00000000' },
];
