using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// Names so plain that they mean something in one kind of type only: <c>Name</c> of a customer, <c>Text</c> of a
/// message, <c>Amount</c> of a salary.
/// </summary>
internal static class PlainNames
{
    // Types of which all amounts are pay.
    private static readonly ImmutableHashSet<string> s_pay = WordList.Of(
        "salary payroll payslip paycheck gaji penggajian upah honorarium");

    // Of what pay is made up; in whole numbers, other members of it are counters and keys.
    private static readonly ImmutableHashSet<string> s_parts = WordList.Of(
        "gaji pokok tunjangan potongan bonus lembur insentif iuran pph bpjs tpp netto bruto bersih kotor makan transport "
        + "thr honor upah basic net gross allowance allowances deduction deductions overtime tax commission pagu kasbon");

    private static readonly ImmutableHashSet<string> s_measures = WordList.Of(
        "day days hour hours month months year years percent percentage rate count hari jam bulan persen");

    // A person who is written as a text is written by name, but for words that also say what somebody is or may do.
    private static readonly ImmutableHashSet<string> s_notByName = WordList.Of(
        "user admin administrator customer client member people agent owner holder contact lead account akun staff "
        + "personnel guest public anonymous person operator staf pengguna pelanggan anggota profile child children "
        + "parent driver creator orang keluarga kontak sponsor backer insured alumni alumnus worker issuer");

    // These are a person's where one stands behind them: LokasiDonor, FileSuratPengantar.
    private static readonly ImmutableHashSet<string> s_ofPersons = WordList.Of(
        "lokasi tempat surat file berkas dokumen bukti laporan data daftar status jadwal tarif biaya kategori tugas "
        + "jumlah total tipe kelompok grup hak jam hari catatan nilai");

    // What stands beside it in a medical record.
    private static readonly ImmutableHashSet<string> s_notHealth = WordList.Of(
        "no time date place tanggal jam waktu tempat by search filter selected message image images url path file "
        + "unit");

    // What is proved by a code.
    private static readonly ImmutableHashSet<string> s_secrets = WordList.Of(
        "password otp verification authenticator mfa recovery passcode confirm confirmation verify activation");

    // In these a token opens an account.
    private static readonly ImmutableHashSet<string> s_signsIn = WordList.Of(
        "login account password session access refresh jwt auth authentication email confirm confirmation verify "
        + "verification activation reset forgot otp invitation invite");

    // What a person did when a date says of it that it was the last time.
    private static readonly ImmutableHashSet<string> s_uses = WordList.Of(
        "login log logged logon signin active activity online seen visit visited access accessed played viewed watched "
        + "opened read listened");

    private static readonly ImmutableHashSet<string> s_notes = WordList.Of(
        "note notes remark remarks comment comments catatan");

    // What one gives, and what one writes, where one judges.
    private static readonly ImmutableHashSet<string> s_marks = WordList.Of("rating score star stars nilai skor bintang");

    private static readonly ImmutableHashSet<string> s_writings = WordList.Of(
        "content text comment comments body opinion feedback isi komentar ulasan pros cons");

    // Of these there is one for many judgements.
    private static readonly ImmutableHashSet<string> s_ofMany = WordList.Of(
        "average avg mean total sum count overall rata weighted median min max aggregate helpful");

    private static readonly ImmutableHashSet<string> s_pictures = WordList.Of(
        "image photo picture avatar foto gambar img portrait");

    /// <summary>What a name means in such a type: the key of a category; null where nothing.</summary>
    public static string? Meaning(IReadOnlyList<string> words, MemberKind kind, TypeContext type) =>
        (kind is (MemberKind.Text or MemberKind.Integer) ? Secret(words, type) : null)
        ?? (type.IsDone && words is ["message" or "pesan"] ? null : Known(words, type, type.Role))
        ?? (kind is (MemberKind.Text or MemberKind.Integer) ? Reach(words, type) : null)
        ?? Whose(words, type)
        ?? InRecord(words, type)
        ?? Name(words, type)
        ?? (kind switch
        {
            MemberKind.Date => Use(words, type),
            MemberKind.Fraction => Pay(words, type),
            MemberKind.Integer => words.Any(s_parts.Contains) ? Pay(words, type) : null,
            MemberKind.Text => Token(words, type) ?? PersonByName(words, type) ?? Writing(words, type),
            _ => null,
        });

    // ResetPassword.Code
    private static string? Secret(IReadOnlyList<string> words, TypeContext type) =>
        words is ["code" or "kode" or "token" or "otp"] && type.Words.Any(s_secrets.Contains)
        || words is ["api", "key"] && type.Words.Contains("key")
            ? "account.password"
            : null;

    // What names.txt says of such types.
    private static string? Known(IReadOnlyList<string> words, TypeContext type, TypeRole role) =>
        KnownNames.InSome[string.Concat(words)]
            .Where(entry => entry.Fits(type, role))
            .OrderBy(entry => entry.Heads.IsEmpty ? 2 : entry.Role is null ? 1 : 0)
            .FirstOrDefault()?.Category;

    // StudentGrade, DoctorImg, PersonalPictureUrl, PName: the same beside words that say whose it is, or nothing.
    private static string? Whose(IReadOnlyList<string> words, TypeContext type)
    {
        if (type.Role != TypeRole.Person
            && !(type.Role is (TypeRole.PersonalRecord or TypeRole.Unknown) && words.Any(RoleWords.IsPerson)))
            return null;
        var rest = words
            .Where(word => word.Length > 1 && !RoleWords.IsPerson(word) && !NameParts.Filler.Contains(word))
            .ToList();
        if (rest.Count == 0 || rest.Count == words.Count || rest is ["kode" or "code" or "no"]) // that of another one
            return null;
        var meaning = Known(rest, type, TypeRole.Person);
        return meaning != "contact.name" || words.All(word => word.Length == 1 || rest.Contains(word)) ? meaning : null;
    }

    // ParentContact, WargaKontak: how somebody is reached
    private static string? Reach(IReadOnlyList<string> words, TypeContext type) =>
        words is [var person, "contact" or "kontak"] && RoleWords.IsPerson(person)
        && type.Role is not (TypeRole.Program or TypeRole.Thing)
            ? "contact.phone"
            : null;

    // NewText of a message
    private static string? InRecord(IReadOnlyList<string> words, TypeContext type) =>
        (type.Role == TypeRole.PersonalRecord || !type.Topics.IsEmpty)
        && words.Where(word => !NameParts.Filler.Contains(word)).ToList() is { Count: > 0 } rest
        && rest.Count < words.Count
            ? Known(rest, type, type.Role)
            : null;

    private static string? Name(IReadOnlyList<string> words, TypeContext type) =>
        words is ["name" or "nama"] && (IsOfPerson(type) || type.Role == TypeRole.Partner && type.HasCompanyName)
            ? "contact.name"
            : null;

    // The name of an account is a person's where the person signs in with it, and not where it is one of the books.
    private static bool IsOfPerson(TypeContext type) =>
        type.Role == TypeRole.PersonalRecord && type.HoldsPerson && (!type.Words.Contains("account") || type.SignsIn);

    private static string? Use(IReadOnlyList<string> words, TypeContext type) =>
        words.Any(word => word is "last" or "terakhir") && words.Any(s_uses.Contains)
        && type.Role is (TypeRole.Person or TypeRole.PersonalRecord)
            ? "usage.activity"
            : null;

    private static string? Pay(IReadOnlyList<string> words, TypeContext type) =>
        type.Role == TypeRole.PersonalRecord && type.Words.Any(s_pay.Contains)
        && !words.Any(word => s_measures.Contains(word) || word is "id" or "no")
            ? "employment.salary"
            : null;

    private static string? Token(IReadOnlyList<string> words, TypeContext type) =>
        words[words.Count - 1] == "token" && IsAboutSignIn(type) && !words.Contains("device") && !words.Contains("push")
            ? "account.password"
            : null;

    // Sender, EventOrganizer, WaliKelas
    private static string? PersonByName(IReadOnlyList<string> words, TypeContext type) =>
        type.Role != TypeRole.Program && IsPersonByName(words[words.Count - 1]) && !s_ofPersons.Contains(words[0])
        && !words.Take(words.Count - 1).Any(word => NameParts.Technical.Contains(word) || KnownNames.IsName(word))
            ? "contact.name"
            : null;

    // Notes on a person.
    private static string? Writing(IReadOnlyList<string> words, TypeContext type) =>
        words.Any(NameParts.Technical.Contains) ? null
        : s_notes.Contains(words[words.Count - 1]) && IsOnPerson(type) ? "communication.message"
        : null;

    /// <summary>
    /// Whether it is a text of a medical record, of which all are about health that are about nothing else; what has a
    /// price is on a list to choose from.
    /// </summary>
    public static bool IsMedicalText(IReadOnlyList<string> words, MemberKind kind, TypeContext type) =>
        kind == MemberKind.Text && type.Role == TypeRole.PersonalRecord && type.Topics.Contains("healthrecord")
        && !words.Any(word => NameParts.Technical.Contains(word) || s_notHealth.Contains(word)
            || RoleWords.IsPerson(word) || RoleWords.Of(word) == TypeRole.Organisation)
        && !(type.HasPrice && words is ["name" or "nama" or "description" or "title" or "image"]);

    /// <summary>SalaryRating, SummaryContent of a review: a judgement, whatever is judged.</summary>
    public static bool IsJudgement(IReadOnlyList<string> words, MemberKind kind, TypeContext type) =>
        words.Count > 1 && type.Role == TypeRole.PersonalRecord && type.Topics.Contains("writing")
        && (kind is (MemberKind.Integer or MemberKind.Fraction) ? s_marks : kind == MemberKind.Text ? s_writings : [])
            .Contains(words[words.Count - 1])
        && !words.Any(word =>
            NameParts.Technical.Contains(word) || s_ofMany.Contains(word) || RoleWords.IsPerson(word));

    /// <summary>AuthorImage: a person's picture, wherever it stands.</summary>
    public static bool IsPicture(IReadOnlyList<string> words, MemberKind kind, TypeContext type) =>
        kind is (MemberKind.Text or MemberKind.File) && type.Role != TypeRole.Program && words.Any(s_pictures.Contains)
        && words.Any(RoleWords.IsPerson)
        && words.All(word =>
            s_pictures.Contains(word) || RoleWords.IsPerson(word) || NameParts.Filler.Contains(word));

    private static bool IsPersonByName(string word) => RoleWords.IsPerson(word) && !s_notByName.Contains(word);

    private static bool IsAboutSignIn(TypeContext type) =>
        type.Role == TypeRole.Person
        || type.Role == TypeRole.PersonalRecord
            && type.Words.Any(s_signsIn.Contains);

    // Also CustomerNote: its texts are notes.
    private static bool IsOnPerson(TypeContext type) =>
        type.Role == TypeRole.Person
        || type.Role == TypeRole.PersonalRecord && type.Words.Any(s_notes.Contains)
            && type.Words.Any(RoleWords.IsPerson);
}
