using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// Names so plain that they mean something in one kind of type only: <c>Name</c> of a customer, <c>Text</c> of a
/// message, <c>Amount</c> of a salary. Data, apart from the judging.
/// </summary>
internal static class PlainNames
{
    private static readonly ImmutableArray<Entry> s_entries =
    [
        // On a person.
        Of("contact.name", TypeRole.Person, "",
            "name, nama, salutation, title of courtesy, courtesy title, honorific, prefix, suffix, name prefix, name "
            + "suffix, gelar, gelar depan, gelar belakang"),
        Of("employment.role", TypeRole.Person,
            "employee staff worker personnel karyawan pegawai contact member lead doctor dokter teacher guru",
            "title"),
        Of("employment.role", TypeRole.Person, "",
            "position, posisi, job, specialty, speciality, specialization, spesialis, spesialisasi"),
        Of("employment.role", TypeRole.Person,
            "employee staff worker personnel karyawan pegawai contact user pengguna lecturer dosen teacher guru",
            "department, department name, division, division name, departemen, nama departemen, divisi, nama divisi, "
            + "bagian, unit kerja"),
        Of("payment.method", TypeRole.PersonalRecord, "payment pembayaran bayar", "method, metode"),
        Of("government.id-number", TypeRole.Partner, "", "vat, vat id, tin, ein, abn, gst no, gstin"),
        Of("government.id-number", TypeRole.PersonalRecord, "account", "vat, vat id, tin, ein, abn, gst no, gstin"),
        Of("contact.phone", TypeRole.Person, "", "extension, ext, contact, emergency contact, kontak, kontak darurat"),
        Of("identity.photo", TypeRole.Person, "",
            "photo, photo path, photo file, picture, picture url, picture path, image, image url, image path, "
            + "thumbnail, thumbnail url, icon, icon url, icon path, icon file path, foto, foto url, gambar, profile "
            + "pic, profile img"),
        Of("identity", TypeRole.Person, "", "jumlah saudara, anak ke, relationship, hubungan, hubungan keluarga"),
        Of("identity.birth-date", TypeRole.Person, "", "ttl"),
        Of("communication.message", TypeRole.Person, "",
            "note, notes, remark, remarks, comment, comments, catatan, keterangan"),
        Of("account.public-profile", TypeRole.Person, "",
            "about, description, deskripsi, url, web site, blog, headline"),
        Of("preference", TypeRole.Person, "",
            "language, culture, culture code, locale, preferences, raw preferences, bahasa"),
        Of("location", TypeRole.Person, "", "time zone, time zone id"),
        Of("account.password", TypeRole.Person, "", "salt, hash password, secret, api key, token, pass code"),
        Of("special.health", TypeRole.Person, "", "height, weight, tinggi badan, berat badan, tinggi, berat"),
        Of("government.id-number", TypeRole.Person, "", "identification, nid, nic, cnic, id no, no id, ic no"),
        Of("usage.activity", TypeRole.Person, "", "last active, last online, last sign in, last visit"),
        Of("usage.activity", TypeRole.Person, "visitor pengunjung",
            "url, page, visited on, visited at, last visit, query string"),
        Of("communication.message", TypeRole.Person, "contact", "content, message, body, text, isi, pesan"),
        Of("contact.address", TypeRole.Person, "", "region, wilayah, dusun"),
        Of("contact.address", TypeRole.Partner, "", "region, wilayah"),

        // In what a person wrote.
        Of("communication.message", TypeRole.PersonalRecord, "message chat comment reply conversation post pesan",
            "content, text, body, html content, html body, message, message text, comment, isi, pesan, "
            + "komentar, reply"),
        Of("communication.feedback", TypeRole.PersonalRecord, "review feedback testimonial rating ulasan komentar",
            "content, text, body, title, tagline, comment, comments, review, rating, score, stars, isi, isi review, "
            + "ulasan, komentar"),
        Of("communication.support-request", TypeRole.PersonalRecord,
            "complaint inquiry enquiry keluhan pengaduan ticket tiket",
            "content, text, body, message, description, isi, deskripsi, pesan"),

        Of("contact.email", TypeRole.PersonalRecord, "mail email message inbox",
            "to, to address, cc, bcc, recipients, from address"),
        Of("communication.message", TypeRole.PersonalRecord, "mail email letter inbox",
            "subject, body, message detail, message text, message body, content, text, message, html body"),
        Of("communication.support-request", TypeRole.PersonalRecord, "complaint claim klaim keluhan pengaduan",
            "reason, alasan"),

        // In what a person did, or had done.
        Of("device.type", TypeRole.PersonalRecord, "device", "name, nama, model, os, platform, brand, make, merk"),
        Of("device.id", TypeRole.PersonalRecord, "device",
            "push endpoint, push token, token, identifier, serial no, uuid, udid"),
        Of("contact.address", TypeRole.PersonalRecord, "address alamat",
            "description, region, area, line, line text, detail"),
        Of("contact.address", TypeRole.PersonalRecord, "", "ship region, shipping region, billing region"),
        Of("contact.name", TypeRole.PersonalRecord, "address alamat", "salutation, title, name, nama"),
        Of("usage.activity", TypeRole.PersonalRecord, "login session visit",
            "login time, logout time, login at, logout at"),
        Of("location", TypeRole.PersonalRecord, "attendance absensi presensi",
            "location, lokasi, check in location, check out location"),
    ];

    // All text of a medical record is about health, and all amounts of a payslip are pay.
    private static readonly ImmutableHashSet<string> s_medical = RoleWords.Set(
        "medis medical rekam prescription resep treatment diagnosa diagnosis tindakan pemeriksaan");

    private static readonly ImmutableHashSet<string> s_pay = RoleWords.Set("salary payroll payslip gaji");

    private static readonly ImmutableHashSet<string> s_measures = RoleWords.Set(
        "day days hour hours month months year years percent percentage rate count hari jam bulan persen");

    // A person who is written as a text is written by name.
    private static readonly ImmutableHashSet<string> s_people = RoleWords.Set(
        "author sender pengirim waiter pelayan pengarang penulis penerima recipient receiver patient pasien dokter "
        + "petugas kasir cashier driver supir sopir speaker artist borrower peminjam organiser organizer manager "
        + "supervisor instructor teacher guru dosen atasan");

    // What is proved by a code: ResetPassword.Code.
    private static readonly ImmutableHashSet<string> s_secrets = RoleWords.Set(
        "password otp verification authenticator mfa recovery passcode");

    // What a person did when a date says of it that it was the last time.
    private static readonly ImmutableHashSet<string> s_uses = RoleWords.Set(
        "login log logged logon signin active activity online seen visit visited access accessed played viewed watched "
        + "opened read listened");

    private static readonly ImmutableHashSet<string> s_notes = RoleWords.Set(
        "note notes remark remarks comment comments catatan");

    private static readonly ILookup<string, Entry> s_byName = s_entries
        .SelectMany(entry => entry.Names.Select(name => (name, entry)))
        .ToLookup(pair => pair.name, pair => pair.entry, StringComparer.Ordinal);

    /// <summary>What a name means in such a type: the key of a category; null where nothing.</summary>
    public static string? Meaning(IReadOnlyList<string> words, MemberKind kind, TypeContext type)
    {
        if (s_byName[string.Concat(words)].Where(entry => entry.Fits(type)).OrderBy(entry => entry.Heads.IsEmpty)
            .FirstOrDefault() is { } entry)
            return entry.Category;
        if (words is ["name" or "nama"] && (type.Role == TypeRole.PersonalRecord && type.HoldsPerson
                && !type.Words.Contains("account") || type.Role == TypeRole.Partner && type.HasCompanyName))
            return "contact.name";
        if (kind == MemberKind.Text && (words is ["code" or "kode" or "token" or "otp"]
                && type.Words.Any(s_secrets.Contains) || words is ["api", "key"] && type.Words.Contains("key")))
            return "account.password";
        if (kind == MemberKind.Date && words.Any(word => word is "last" or "terakhir") && words.Any(s_uses.Contains)
            && type.Role is (TypeRole.Person or TypeRole.PersonalRecord))
            return "usage.activity";
        if (kind == MemberKind.Text && words[words.Count - 1] == "token" && IsAboutSignIn(type)
            && !words.Contains("device") && !words.Contains("push"))
            return "account.password";
        if (kind == MemberKind.Text && s_people.Contains(words[words.Count - 1])
            && words.Take(words.Count - 1).All(word => NameParts.Neutral.Contains(word) || type.Words.Contains(word)))
            return "contact.name";
        if (kind == MemberKind.Fraction && type.Role == TypeRole.PersonalRecord && type.Words.Any(s_pay.Contains)
            && !words.Any(s_measures.Contains))
            return "employment.salary";
        if (words.Any(NameParts.Technical.Contains))
            return null;
        if (kind == MemberKind.Text && s_notes.Contains(words[words.Count - 1]) && IsOnPerson(type))
            return "communication.message";
        return kind == MemberKind.Text && type.Role == TypeRole.PersonalRecord && type.Words.Any(s_medical.Contains)
            && !words.Contains("no") && !words.Any(RoleWords.IsPerson)
                ? "special.health"
                : null;
    }

    private static bool IsAboutSignIn(TypeContext type) =>
        type.Role == TypeRole.Person
        || type.Role == TypeRole.PersonalRecord && type.Words.Any(word => word is "login" or "account" or "password");

    // Also CustomerNote: its texts are notes.
    private static bool IsOnPerson(TypeContext type) =>
        type.Role == TypeRole.Person
        || type.Role == TypeRole.PersonalRecord && type.Words.Any(s_notes.Contains)
            && type.Words.Any(RoleWords.IsPerson);

    private static Entry Of(string category, TypeRole role, string heads, string names) => new(
        category, role, heads.Length == 0 ? [] : RoleWords.Set(heads),
        [.. names.Split([", "], StringSplitOptions.None).Select(HintIndex.Key).Distinct(StringComparer.Ordinal)]);

    private sealed record Entry(
        string Category, TypeRole Role, ImmutableHashSet<string> Heads, ImmutableArray<string> Names)
    {
        public bool Fits(TypeContext type) => Role == type.Role && (Heads.IsEmpty || type.Words.Any(Heads.Contains));
    }
}
