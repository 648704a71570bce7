using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// Names so plain that they mean something in one kind of type only: <c>Name</c> of a customer, <c>Text</c> of a
/// message, <c>Amount</c> of a salary.
/// </summary>
internal static class PlainNames
{
    // All text of a medical record is about health, and all amounts of a payslip are pay.
    private static readonly ImmutableHashSet<string> s_medical = WordList.Of(
        "medis medical rekam prescription resep treatment diagnosa diagnosis tindakan pemeriksaan");

    private static readonly ImmutableHashSet<string> s_pay = WordList.Of("salary payroll payslip gaji");

    private static readonly ImmutableHashSet<string> s_measures = WordList.Of(
        "day days hour hours month months year years percent percentage rate count hari jam bulan persen");

    // A person who is written as a text is written by name, but for words that also say what somebody is or may do.
    private static readonly ImmutableHashSet<string> s_notByName = WordList.Of(
        "user admin administrator customer client member people agent owner holder contact lead account akun staff "
        + "personnel guest public anonymous person operator staf pengguna pelanggan anggota profile child children "
        + "parent driver orang keluarga kontak sponsor backer insured alumni alumnus profile");

    // What is proved by a code: ResetPassword.Code.
    private static readonly ImmutableHashSet<string> s_secrets = WordList.Of(
        "password otp verification authenticator mfa recovery passcode confirm confirmation verify activation");

    // What a person did when a date says of it that it was the last time.
    private static readonly ImmutableHashSet<string> s_uses = WordList.Of(
        "login log logged logon signin active activity online seen visit visited access accessed played viewed watched "
        + "opened read listened");

    private static readonly ImmutableHashSet<string> s_notes = WordList.Of(
        "note notes remark remarks comment comments catatan");

    /// <summary>What a name means in such a type: the key of a category; null where nothing.</summary>
    public static string? Meaning(IReadOnlyList<string> words, MemberKind kind, TypeContext type)
    {
        if (kind == MemberKind.Text && (words is ["code" or "kode" or "token" or "otp"]
                && type.Words.Any(s_secrets.Contains) || words is ["api", "key"] && type.Words.Contains("key")))
            return "account.password";
        if (Known(words, type, type.Role) is { } known)
            return known;
        // StudentGrade, DoctorImg: whose it is stands in the name.
        if ((type.Role == TypeRole.Person
                || type.Role is (TypeRole.PersonalRecord or TypeRole.Unknown) && words.Any(RoleWords.IsPerson))
            && words.Where(word => word.Length > 1 && !RoleWords.IsPerson(word) && !NameParts.Filler.Contains(word)).ToList()
                is { Count: > 0 } rest && rest.Count < words.Count
            && Known(rest, type, TypeRole.Person) is { } whose
            && (whose != "contact.name" || words.All(word => word.Length == 1 || rest.Contains(word))))
            return whose;
        if (type.Role == TypeRole.PersonalRecord
            && words.Where(word => !NameParts.Filler.Contains(word)).ToList() is { Count: > 0 } without
            && without.Count < words.Count && Known(without, type, TypeRole.PersonalRecord) is { } record)
            return record;
        if (words is ["name" or "nama"] && (type.Role == TypeRole.PersonalRecord && type.HoldsPerson
                && !type.Words.Contains("account") || type.Role == TypeRole.Partner && type.HasCompanyName))
            return "contact.name";
        if (kind == MemberKind.Date && words.Any(word => word is "last" or "terakhir") && words.Any(s_uses.Contains)
            && type.Role is (TypeRole.Person or TypeRole.PersonalRecord))
            return "usage.activity";
        if (kind == MemberKind.Text && words[words.Count - 1] == "token" && IsAboutSignIn(type)
            && !words.Contains("device") && !words.Contains("push"))
            return "account.password";
        if (kind == MemberKind.Text && IsPersonByName(words[words.Count - 1])
            && !words.Take(words.Count - 1).Any(NameParts.Technical.Contains) && type.Role != TypeRole.Program)
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

    private static bool IsPersonByName(string word) => RoleWords.IsPerson(word) && !s_notByName.Contains(word);

    private static string? Known(IReadOnlyList<string> words, TypeContext type, TypeRole role) =>
        KnownNames.InSome[string.Concat(words)]
            .Where(entry => entry.Fits(type, role))
            .OrderBy(entry => entry.Heads.IsEmpty)
            .FirstOrDefault()?.Category;

    private static bool IsAboutSignIn(TypeContext type) =>
        type.Role == TypeRole.Person
        || type.Role == TypeRole.PersonalRecord && type.Words.Any(word => word is "login" or "account" or "password");

    // Also CustomerNote: its texts are notes.
    private static bool IsOnPerson(TypeContext type) =>
        type.Role == TypeRole.Person
        || type.Role == TypeRole.PersonalRecord && type.Words.Any(s_notes.Contains)
            && type.Words.Any(RoleWords.IsPerson);
}
