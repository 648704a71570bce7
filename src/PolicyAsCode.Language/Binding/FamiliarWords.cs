namespace PolicyAsCode.Language.Binding;

/// <summary>
/// What officers write for a key or a word of the language before they know it: the Indonesian word, the one of the law,
/// YAML's older spelling of true and false. A word may mean several; the place decides which.
/// </summary>
internal static class FamiliarWords
{
    private static readonly Dictionary<string, string[]> s_meanings = Read(
        // Sections and keys.
        "policy: kebijakan", "version: versi", "effective: berlaku", "controller: pengendali, pengendali-data",
        "follows: hukum, undang-undang, law, laws", "notice: pemberitahuan", "subjects: subjek, subjek-data, data-subjects",
        "sources: sumber, asal", "purposes: tujuan, purpose", "recipients: penerima, third-parties, pihak-ketiga",
        "never: jangan, larangan, dilarang, tidak-pernah, prohibitions, forbidden", "protection: perlindungan, pelindungan",
        "rights: hak, hak-subjek", "cookies: kuki", "trackers: pelacak", "age: usia, umur", "acceptance: persetujuan",
        "changes: perubahan", "contact: kontak", "measures: tindakan, langkah, upaya", "waivers: pengecualian",
        "clause: klausul, pasal", "origin: asal", "of: milik, dari, whose", "for: untuk, tujuan, purpose, selama",
        "collected: dikumpulkan, sumber, source", "keep: simpan, disimpan, penyimpanan, masa-penyimpanan, retensi, retention",
        "from: dari, sejak", "then: lalu, kemudian", "at-least: minimal, paling-sedikit", "because: alasan, karena, reason",
        "basis: dasar, dasar-hukum, dasar-pemrosesan, legal-basis, lawful-basis", "consent: persetujuan",
        "interest: kepentingan", "role: peran", "contract: kontrak, perjanjian", "region: wilayah, negara, country",
        "receives: menerima", "as: sebagai, bentuk", "after: setelah", "to: kepada, penerima", "name: nama",
        "email: surel, e-mail, mail", "phone: telepon, telpon, no-hp", "address: alamat",
        "time-zone: zona-waktu, timezone, tz", "holidays: libur, hari-libur", "owner: penanggung-jawab, pemilik",
        "review-by: tinjau, ditinjau, review", "within: dalam, batas-waktu, deadline", "until: sampai, hingga",
        "says: isi, bunyi", "kept-by: dijaga-oleh", "measure: tindakan, langkah, upaya", "action: tindakan, larangan",
        "protect: lindungi", "language: bahasa", "answer: jawaban", "minimum: minimal",
        // Words behind keys.
        "true: yes, ya, on, y, benar", "false: no, tidak, off, n, salah",
        "erase: hapus, dihapus, delete, deleted, remove, destroy, musnahkan", "anonymise: anonim, anonimkan, anonymous",
        "legal-obligation: kewajiban-hukum", "legitimate-interests: kepentingan-sah, kepentingan-yang-sah",
        "public-task: kepentingan-umum, tugas-publik", "vital-interests: kepentingan-vital",
        "decision: keputusan", "sell: jual, menjual, sale", "rent: sewa, menyewakan, lease", "trade: tukar, barter",
        "store: simpan, menyimpan, keep, save", "use: pakai, gunakan, process", "collect: kumpulkan, mengumpulkan",
        "disclose: ungkap, mengungkapkan, bagikan, membagikan, share, transfer", "log: catat, mencatat",
        "access: akses, copy", "erasure: penghapusan, deletion, delete, erase, hapus, forget",
        "rectification: perbaikan, koreksi, correction", "restriction: pembatasan", "portability: portabilitas",
        "objection: keberatan", "complaint: keluhan, pengaduan", "information: informasi",
        "allowed: diizinkan, boleh, yes, ya, allow", "refused: ditolak, dilarang, no, tidak, forbidden, denied, deny",
        "unknown: tidak-diketahui", "person: orang", "device: perangkat", "third-party: pihak-ketiga",
        "organisation: organisasi, people, staff, manual", "policy: kebijakan", "processor: pemroses, prosesor",
        "authority: otoritas", "error: kesalahan, galat", "warning: peringatan", "observe: amati, info, note",
        "every-message: setiap-pesan", "never-stored: never, not-stored, tidak-disimpan",
        // Terms of the vocabulary that are known by other names as well.
        "transactions: transaksi, order-processing, payment-processing, pembelian",
        "promotion: marketing, direct-marketing, advertising, ads, pemasaran, iklan, periklanan",
        "analysis: analytics, analitik", "personalisation: personalization, profiling, pemrofilan",
        "customer-support: support, helpdesk, layanan-pelanggan, dukungan",
        "customer: client, consumer, buyer, konsumen, klien, pembeli", "staff: employee, employees, karyawan, pegawai",
        "user: member, anggota", "child: minor, minors, children, anak-anak");

    /// <summary>The first of the known words that the word is familiar for; null where it is for none.</summary>
    public static string? Meant(string word, IEnumerable<string> known)
    {
        var plain = word.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        return s_meanings.TryGetValue(plain, out var meanings)
            ? known.FirstOrDefault(one => Array.IndexOf(meanings, one) >= 0)
            : null;
    }

    // 'word: what people write, what else they write'.
    private static Dictionary<string, string[]> Read(params string[] lines) => lines
        .Select(line => line.Split([": "], 2, StringSplitOptions.None))
        .SelectMany(parts => parts[1].Split([", "], StringSplitOptions.None), (parts, familiar) => (familiar, Meant: parts[0]))
        .GroupBy(pair => pair.familiar, pair => pair.Meant, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
}
