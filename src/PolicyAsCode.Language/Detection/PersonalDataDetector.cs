using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// Suggests the category of personal data that a member may hold, from its name, its type and the type in which it
/// stands. It knows no program, only words: a suggestion is a question to a person, and no proof.
/// </summary>
public sealed class PersonalDataDetector
{
    /// <summary>The least score of what is suggested.</summary>
    public const double Enough = 0.5;

    private const double Unlike = 0.15; // for each word that nobody expected beside the hint

    private const double UnlikeAbbreviation = 0.08; // LCMobile of an employee

    private const int LongestAbbreviation = 4; // of what a type is called: cust

    private const int ShortestName = 4; // of what stands glued to it: name, but not age in usage

    private static readonly ImmutableHashSet<string> s_names = WordList.Of("name nama names");

    // Of these, a company may be one as well.
    private static readonly ImmutableHashSet<string> s_maybeCompanies = WordList.Of(
        "client owner holder agent contact profile lead akun pemilik sender identity");

    private static readonly ImmutableHashSet<string> s_reach = ImmutableHashSet.Create(
        StringComparer.Ordinal, "contact.email", "contact.phone", "contact.address", "government.id-number",
        "contact.messaging-id");

    // Of these, a program may be one.
    private static readonly ImmutableHashSet<string> s_maybeOther = WordList.Of(
        "client agent operator contact member lead");

    // Who does or gets these is a person: ApprovedByName.
    private static readonly ImmutableHashSet<string> s_doings = WordList.Of(
        "assigned assignee raised approved approver checked verified prepared signed requested requester reported "
        + "reporter emergency darurat urgence notfall acil emergencia khancap kerabat");

    // What is said of the person whom a name names: FatherOccupation.
    private static readonly ImmutableHashSet<string> s_ofAnother = s_reach.Union(
        ["identity", "identity.birth-date", "identity.photo", "employment", "employment.role", "special.religion"]);

    // Of these, what stands before an address is a person, and what stands behind it a program.
    private static readonly ImmutableHashSet<string> s_programsOrPersons = WordList.Of("client sender host");

    // What shows a document, and not the number on it.
    private static readonly ImmutableHashSet<string> s_copies = WordList.Of(
        "image photo picture scan copy front back file attachment upload foto gambar frente verso reverso dorso recto "
        + "truoc sau path url resim imagen imagem bild");

    private static readonly ImmutableHashSet<string> s_staff = WordList.Of(
        "employee staff worker personnel pegawai karyawan petugas guru dosen teacher supervisor lecturer nurse "
        + "officer");

    // What is answered to these is whether they were done.
    private static readonly ImmutableHashSet<string> s_orders = WordList.Of(
        "create update delete add remove send save edit submit upload");

    // What an animal has, too.
    private static readonly ImmutableHashSet<string> s_ofLiving = ImmutableHashSet.Create(
        StringComparer.Ordinal, "identity", "identity.birth-date", "identity.photo", "special.health");

    private static readonly ImmutableHashSet<string> s_toldTheirId = WordList.Of("patient pasien mahasiswa");

    private static readonly ImmutableHashSet<string> s_stocks = WordList.Of("stock stok inventory inventaris persediaan");

    private static readonly ImmutableHashSet<string> s_answers = WordList.Of("response result error");

    // What a type is called that is one of few.
    private static readonly ImmutableHashSet<string> s_kinds = WordList.Of(
        "type jenis kind enum level format standing style frequency scope interest interests code network");

    // What of a person's work and study is a number.
    private static readonly ImmutableHashSet<string> s_graded = WordList.Of(
        "score gpa cgpa ipk ips nilai grade marks percentage rating kinerja kelas balance year years tahun");

    // How long somebody has worked is a counter.
    private static readonly ImmutableHashSet<string> s_howLong = WordList.Of("experience pengalaman masa lama exp");

    // A number beside such words is one of money.
    private static readonly ImmutableHashSet<string> s_bills = WordList.Of(
        "insurance asuransi seguro fee cost price bill expense premium biaya");

    // What a network shows to everybody.
    private static readonly ImmutableHashSet<string> s_shown = WordList.Of("url uri link links profile page");

    // What is told of these is told by the bank, or by the program.
    private static readonly ImmutableHashSet<string> s_payments = WordList.Of(
        "payment pembayaran transaction transaksi refund checkout pago pagamento paiement zahlung odeme");

    // A page or a search of persons holds none itself, unless its members say so.
    private static readonly ImmutableHashSet<string> s_pages = WordList.Of(
        "list index picker manage search grid table paged daftar");

    private readonly Vocabulary _vocabulary;
    private readonly KnownWords _words;
    private readonly HintIndex _hints;

    /// <summary>A detector for the categories of a vocabulary.</summary>
    public PersonalDataDetector(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _words = KnownWords.Of(vocabulary);
        _hints = _words.Hints;
    }

    /// <summary>Reads what a type is about.</summary>
    /// <param name="typeName">Its name.</param>
    /// <param name="members">Names of its members: a type with a birth date and a first name is about a person.</param>
    /// <param name="isPerson">Whether it is known to be about a person, because somebody declared so.</param>
    public TypeContext ContextOf(string typeName, IEnumerable<string> members, bool isPerson = false)
    {
        var words = Answered(SignIn(_words.In(typeName)));
        var meaning = words
            .Where((word, at) => word.Length > 1 && (!RoleWords.Wrappers.Contains(word) || IsWritten(words, at)))
            .ToImmutableArray();
        var names = members.Select(_words.In).ToList();
        var prefix = MemberPrefix.Of(names, name => name is ["name" or "nama"] || _hints.Whole(name) is not null);
        var evidence = MemberEvidence.Of(names.Select(name => prefix?.Cut(name) ?? name), _hints.Whole);
        var named = TypeRoles.Of(words, meaning);
        var isAnimal = named is (null or TypeRole.Thing)
            && meaning.Any(RoleWords.IsAnimal) && !meaning.Any(RoleWords.IsPerson);
        var isOfPerson = meaning.Any(word => RoleWords.Of(word) is (TypeRole.Person or TypeRole.PersonalRecord));
        var role = isPerson ? TypeRole.Person : isAnimal ? TypeRole.Thing : evidence.Weigh(named, isOfPerson);
        if (!isPerson && role == TypeRole.Person && evidence.Role != TypeRole.Person && words.Any(s_pages.Contains)
            && names.Any(name => name.Any(word =>
                word is "search" or "sort" or "query" or "page" or "filter" or "paging")))
            role = TypeRole.Program;
        return new(role, meaning.IsEmpty ? [.. words] : meaning, evidence, prefix, words.Any(s_answers.Contains),
            words.Any(s_orders.Contains), isAnimal, _hints.Whole(words) ?? _hints.Whole(meaning),
            words.Any(word => word is "push" or "broadcast") ? [] : TypeTopics.Of(words, names));
    }

    /// <summary>What a member looks like; null for nothing.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="type">Its type, as C# writes it: <c>string?</c>, <c>List&lt;string&gt;</c>.</param>
    /// <param name="context">The type in which it stands.</param>
    public Suggestion? Suggest(string member, string type, TypeContext context)
    {
        var memberType = MemberType.Of(type);
        if (memberType.Kind == MemberKind.Nothing)
            return null;
        var name = _words.In(member);
        var words = Told(name, context.Prefix).SelectMany(word => InFull(word, context)).ToList();
        if (words.Count == 0)
            return null;
        // BankCustomerName of a BankCustomer
        if (context.Role == TypeRole.Person && context.Words.Length > 1 && words.Count > context.Words.Length
            && words.Take(context.Words.Length).SequenceEqual(context.Words))
            words.RemoveRange(0, context.Words.Length);

        Suggestion? best = null;
        foreach (var candidate in Candidates(words, memberType, context))
            if (Judge(candidate, memberType, context) is { } suggestion && suggestion.Score > (best?.Score ?? 0))
                best = suggestion;
        return best?.Score >= Enough ? best : null;
    }

    // What stands before all names of a table says nothing, unless it says whose they are: WargaContact.
    private static IReadOnlyList<string> Told(IReadOnlyList<string> name, MemberPrefix? prefix) =>
        prefix is null || !prefix.IsGlued && RoleWords.IsPerson(prefix.Text) ? name : prefix.Cut(name);

    // DocName of a Doctor: the beginning of what the type is called; PrwtName of a Perawat: some of its letters; stname
    // of a Student: both written as one.
    private IEnumerable<string> InFull(string word, TypeContext context)
    {
        if (_words.Contains(word))
            return [word];
        if (word.Length >= 3 && context.Words.FirstOrDefault(of => of.Length > word.Length + 1
            && of.StartsWith(word, StringComparison.Ordinal)) is { } whole)
            return [whole];
        if (context.Role != TypeRole.Person)
            return [word];
        if (word.Length <= LongestAbbreviation && Meant(word) is { } meant)
            return [meant];
        for (var end = 1; end <= LongestAbbreviation && word.Length - end >= ShortestName; end++)
            if (Meant(word.Substring(0, end)) is { } person && Spelling.Of(word.Substring(end)) is var rest
                && (s_names.Contains(rest) || _hints.Whole([rest]) is not null))
                return [person, rest];
        return [word];

        string? Meant(string letters) => context.Words.FirstOrDefault(of =>
            RoleWords.IsPerson(of) && of.Length > letters.Length + 1 && IsAbbreviation(letters, of));
    }

    // The same first letter, and the others in their order.
    private static bool IsAbbreviation(string letters, string word)
    {
        var at = 0;
        foreach (var letter in word)
            if (at < letters.Length && letter == letters[at])
                at++;
            else if (at == 0)
                return false;
        return at == letters.Length;
    }

    // LogInViewModel is no log.
    private static IReadOnlyList<string> SignIn(IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
            if (words[i] is "log" or "sign" && words[i + 1] == "in")
                return [.. words.Take(i), "login", .. words.Skip(i + 2)];
        return words;
    }

    // CustomerQueryDto is what a query answers, and LoginQuery holds what somebody signs in with.
    private static IReadOnlyList<string> Answered(IReadOnlyList<string> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
            if (words[i] == "query" && RoleWords.Wrappers.Contains(words[i + 1]))
                return [.. words.Take(i), .. words.Skip(i + 1)];
        return words.Count > 1 && words[words.Count - 1] == "query"
            && (RoleWords.IsPerson(words[words.Count - 2]) || words[words.Count - 2] is "login" or "authenticate")
                ? [.. words.Take(words.Count - 1)]
                : words;
    }

    // PostCreatedEvent, CreatePostWithImage: a post, and not the verb of the network before what is sent.
    private static bool IsWritten(IReadOnlyList<string> words, int at) =>
        words[at] == "post"
        && (at > 0
            ? RoleWords.Of(words[at - 1]) is null && words[at - 1] is not ("get" or "put" or "delete" or "http")
                || words[at - 1] is "update" or "create" or "edit" or "delete" or "user"
            : words.Skip(1).All(word => RoleWords.Of(word) is null));

    private IEnumerable<Candidate> Candidates(IReadOnlyList<string> words, MemberType type, TypeContext context)
    {
        if (Wrapped(words, type.Kind, context) is { } wrapped)
        {
            yield return new(wrapped.Term, wrapped.Text, 0.7, 0, false);
            yield break;
        }

        if (PlainNames.Meaning(words, type.Kind, context) is { } plain
            && _vocabulary.Find(TermKind.Category, plain) is { } meant)
            yield return new(meant, string.Join(" ", words), 0.7, 0, false);

        if (PlainNames.IsMedicalText(words, type.Kind, context)
            && _vocabulary.Find(TermKind.Category, "special.health") is { } health)
            yield return new(health, string.Join(" ", words), Enough, 0, false);

        if (PlainNames.IsJudgement(words, type.Kind, context)
            && _vocabulary.Find(TermKind.Category, "communication.feedback") is { } feedback)
        {
            yield return new(feedback, string.Join(" ", words), 0.7, 0, false);
            yield break;
        }

        if (PlainNames.IsPicture(words, type.Kind, context)
            && _vocabulary.Find(TermKind.Category, "identity.photo") is { } photo)
            yield return new(photo, string.Join(" ", words), 0.7, 0, false);

        foreach (var match in IsItsOwnName(words, context) ? [] : _hints.Find(words))
            if (!IsReference(match) && !IsOfRow(match, type.Kind, context) && !IsOfType(match, context)
                && !IsElsewhere(match.Hint, context)
                && Penalty(match, context) is { } penalty)
                yield return new(
                    Told(match, type.Kind, context), match.Hint.Text, match.Hint.Strength, penalty, true,
                    match.Rest.Any(word => word == "by" || RoleWords.IsPerson(word)
                        || RoleWords.Of(word) == TypeRole.Partner && context.Role != TypeRole.Program
                            && match.Hint.Term.Key.StartsWith("contact", StringComparison.Ordinal)));

        if (type.Kind == MemberKind.Own && _words.In(type.Name) is var typeWords && typeWords.Count > words.Count
            && typeWords.Skip(typeWords.Count - words.Count).SequenceEqual(words)
            && _hints.Whole(typeWords) is { } whole)
            yield return new(whole.Term, whole.Text, whole.Strength, 0, true); // PaymentMethod Method

        if (PersonInName(words, context) is { } person
            && _vocabulary.Find(TermKind.Category, "contact.name") is { } name)
            yield return new(name, person,
                words.Any(s_maybeCompanies.Contains) ? HintStrength.Strong : HintStrength.Certain, 0, true,
                !words.Any(s_maybeOther.Contains));

        if (IsOwnNumber(words, type.Kind, context) && _vocabulary.Find(TermKind.Category,
                words.Any(s_staff.Contains) ? "employment.staff-number" : "account.user-id") is { } number)
            yield return new(number, string.Join(" ", words), 0.7, 0, false);
    }

    // Email.Value, Phone.Number, Email.Address: a type around one value is called what that is.
    private static HintIndex.Hint? Wrapped(IReadOnlyList<string> words, MemberKind kind, TypeContext context) =>
        kind is (MemberKind.Text or MemberKind.Integer) && context.Role != TypeRole.Program
        && context.Wraps is { Strength: >= HintStrength.Strong } hint
        && words switch
        {
            ["value"] => kind == MemberKind.Text || hint.Term.Key is "contact.phone" or "government.id-number",
            ["no"] => hint.Term.Key is "contact.phone" or "government.id-number" or "payment.card-number"
                or "payment.bank-account",
            ["address"] => hint.Term.Key == "contact.email",
            _ => false,
        }
            ? hint
            : null;

    // What a hint says together with what stands beside it.
    private Term Told(HintIndex.Match match, MemberKind kind, TypeContext context) =>
        match.Hint.Term.Key switch
        {
            // ContactPersonRelationship, NextOfKinMobile: whose it is, and what.
            "contact.name" when !match.Hint.Text.Split(' ').Any(s_names.Contains)
                && OfThatPerson(match.Rest) is { } told => told,
            // LinkedInUrl, GithubProfile: where a person shows themselves, and not where one writes to them.
            "contact.messaging-id" when match.Hint.Text.Split(' ').Concat(match.Rest).Any(s_shown.Contains) =>
                _vocabulary.Find(TermKind.Category, "account.public-profile"),
            // The number of an employee is a staff number, whatever it is called.
            "account.user-id" when context.Role == TypeRole.Person && context.Words.Any(s_staff.Contains) =>
                _vocabulary.Find(TermKind.Category, "employment.staff-number"),
            // CnicFront, PanCardFile: a picture of what bears the number.
            "government.id-number" when kind == MemberKind.File || match.Rest.Any(s_copies.Contains) =>
                _vocabulary.Find(TermKind.Category, "government.id-document"),
            _ => null,
        } ?? match.Hint.Term;

    private Term? OfThatPerson(IReadOnlyList<string> beside)
    {
        var words = beside.Where(word => !NameParts.Neutral.Contains(word) && !RoleWords.IsPerson(word)).ToList();
        return _hints.Whole(words) is { Strength: >= HintStrength.Weak, Term: var term }
            && s_ofAnother.Contains(term.Key)
                ? term
                : null;
    }

    // A key that refers to a user is a reference, and no data of its own; so is the number of an order.
    private static bool IsReference(HintIndex.Match match) =>
        match.Hint.Text is "user id" or "subject id" or "id pengguna"
        || match.Rest.Any(word => word is "no" or "date" or "time")
            && (match.Hint.Term.Key.StartsWith("transaction", StringComparison.Ordinal)
                || match.Hint.Term.Key.StartsWith("communication", StringComparison.Ordinal))
        || match.Rest.Any(word => word is "url" or "uri" or "link") && s_reach.Contains(match.Hint.Term.Key);

    // The number of a registration is that of the row; the tax of a line is a key.
    private static bool IsOfRow(HintIndex.Match match, MemberKind kind, TypeContext context) =>
        context.Role == TypeRole.PersonalRecord
        && (match.Hint.Term.Key == "account.user-id"
                && match.Hint.Text.Split(' ').Any(word => context.Words.Contains(Spelling.Of(word)))
                && !match.Hint.Text.Split(' ').Any(RoleWords.IsPerson)
            || match.Hint.Term.Key == "government.id-number" && kind == MemberKind.Integer
                && match.Hint.Text is "taxid" or "tax id");

    // Skill.SkillName, Jurusan.NamaJurusan: an entry of a list to choose from.
    private static bool IsItsOwnName(IReadOnlyList<string> words, TypeContext context) =>
        context.Role is (TypeRole.Unknown or TypeRole.Thing) && words.Count > 1 && words.Any(s_names.Contains)
        && words.All(word => s_names.Contains(word) || context.Words.Contains(word) && !RoleWords.IsPerson(word));

    // Gender.NamaGender, Post.PostImage: what the type is about, and not what it holds of a person.
    private static bool IsOfType(HintIndex.Match match, TypeContext context) =>
        context.Role != TypeRole.Person && match.Rest.Count > 0 && context.Words.Length == 1
        && context.Words[0] == match.Hint.Key && match.Hint.Strength <= HintStrength.Weak
        && !context.Topics.Contains("address");

    // The state of a sign-in is no part of an address, that of an order with a city is.
    // The message of an answer is the program's.
    // A website beside the name of a company is the company's.
    // The age and the sex of an animal are nobody's, nor is the blood in stock.
    // The children of a booking are guests.
    private static bool IsElsewhere(HintIndex.Hint hint, TypeContext context) =>
        context.IsAnimal && s_ofLiving.Contains(hint.Term.Key)
        || hint.Term.Special && context.Words.Any(s_stocks.Contains)
        || hint.Text is "number of children" or "no of children" && context.Role != TypeRole.Person
        || MemberEvidence.IsRegion(hint.Key) && context.Role == TypeRole.PersonalRecord && !context.HasAddress
        || hint.Term.Key == "location.precise" && context.Words.Any(word => RoleWords.Of(word) == TypeRole.Organisation)
        || hint.Key == "message" && (context.IsAnswer || context.Words.Any(s_payments.Contains))
        || hint.Key.StartsWith("web", StringComparison.Ordinal) && context.HasCompanyName;

    // KodeAnggota of an Anggota: the number by which that very person is known; elsewhere it refers to one.
    // A hospital knows its patients, and a university its students, by an id that they are told.
    private static bool IsOwnNumber(IReadOnlyList<string> words, MemberKind kind, TypeContext context) =>
        context.Role == TypeRole.Person && words.Count == 2
        && words.Any(word => word is "kode" or "code" or "no"
            || word == "id" && kind == MemberKind.Text && words.Any(s_toldTheirId.Contains))
        && words.Any(word => RoleWords.IsPerson(word) && context.Words.Contains(word));

    private Suggestion? Judge(Candidate candidate, MemberType type, TypeContext context)
    {
        if (!IsHeld(candidate, type))
            return null;
        var score = candidate.Strength - candidate.Penalty
            + (candidate.IsHint ? InContext(candidate, context.Role) : 0)
            - (type.Kind == MemberKind.Text ? 0 : 0.02);
        return new(
            candidate.Term, Math.Round(Math.Max(0, Math.Min(score, 0.99)), 2), Because(candidate, type, context));
    }

    private bool IsHeld(Candidate candidate, MemberType type)
    {
        if (type.Kind is (MemberKind.Integer or MemberKind.Fraction) && candidate.Term.Key == "employment"
            && (!candidate.Hint.Split(' ').Any(s_graded.Contains) || candidate.Hint.Split(' ').Any(s_howLong.Contains)))
            return false;
        // A code may be a number; how many are left is none.
        if (type.Kind == MemberKind.Integer && candidate.Term.Key == "account.password"
            && (candidate.Hint.Contains("token") || candidate.Hint.EndsWith("s", StringComparison.Ordinal)))
            return false;
        if (type.Kind is (MemberKind.Integer or MemberKind.Fraction) && candidate.Term.Special
            && candidate.Hint.Split(' ').Any(s_bills.Contains))
            return false;
        if (type.Kind != MemberKind.Own)
            return KindRules.CanHold(type.Kind, candidate.Term);
        var named = _words.In(type.Name);
        var words = named.Where(word => !RoleWords.Wrappers.Contains(word) && !s_kinds.Contains(word)).ToList();
        var isKind = named.Any(word => s_kinds.Contains(Spelling.Singular(word)));
        if (words.Count > 0 && !isKind && (IsEntity(words) || IsIllness(candidate.Term, words))
            && candidate.Term.Key is not ("contact.email" or "account.password" or "payment.method"))
            return false;
        if (words.Contains("token"))
            return false; // with its time of expiry
        return KindRules.IsValue(candidate.Term) || isKind && KindRules.IsChoice(candidate.Term)
            ? Says(words) || Says(named) || IsOfPerson(words)
                || isKind && _hints.Find(named).Any(match => match.Hint.Term == candidate.Term)
            : (candidate.Term.Key.StartsWith("employment", StringComparison.Ordinal)
                    || candidate.Term.Key == "contact.address")
                && IsSeveral(type.Name) && Says(words);

        bool IsOfPerson(IReadOnlyList<string> name) => // UserGender
            candidate.Term.Key == "identity" && Says([.. name.Where(word => !RoleWords.IsPerson(word))]);

        bool Says(IReadOnlyList<string> name) => _hints.Whole(name)?.Term == candidate.Term;
    }

    // Specialities, Jobs: names to choose from; an entity is named in the singular.
    private static bool IsSeveral(string type) =>
        Spelling.Singular(type) != type && !type.EndsWith("as", StringComparison.Ordinal)
        && !type.EndsWith("is", StringComparison.Ordinal);

    // A blood type is a value; an illness or a medicine has more to it.
    private static bool IsIllness(Term term, IReadOnlyList<string> words) =>
        term.Key == "special.health" && !words.Any(word => word is "blood" or "darah" or "rhesus");

    // A type with more in it: Resep, EmergencyContact.
    private static bool IsEntity(IReadOnlyList<string> words)
    {
        var noun = words[words.Count - 1];
        return noun == "medis" || IsRow(RoleWords.Of(noun))
            || words.Count > 1 && IsRow(RoleWords.Of(words[words.Count - 2] + noun));

        static bool IsRow(TypeRole? role) => role is (TypeRole.Person or TypeRole.PersonalRecord);
    }

    private static double InContext(Candidate candidate, TypeRole role) => role switch
    {
        TypeRole.Person => 0.2,
        TypeRole.PersonalRecord => candidate.Term.Key == "account.public-profile" ? 0 : 0.15,
        TypeRole.Partner => candidate.Term.Key.StartsWith("contact", StringComparison.Ordinal)
            || candidate.Term.Key.StartsWith("payment", StringComparison.Ordinal) ? 0.1 : 0,
        // DriverMobile is a driver's, wherever it stands.
        _ when candidate.NamesPerson && role != TypeRole.Program => s_ofAnother.Contains(candidate.Term.Key)
            && !candidate.Term.Key.StartsWith("employment", StringComparison.Ordinal) ? 0.15 : 0,
        TypeRole.Organisation => -0.4,
        TypeRole.Thing => -0.35,
        TypeRole.Program => -0.4,
        _ => 0,
    };

    // What stands beside the hint: null where it makes the name mean something else.
    private double? Penalty(HintIndex.Match match, TypeContext context)
    {
        var penalty = 0.0;
        for (var i = 0; i < match.Rest.Count; i++)
        {
            var word = match.Rest[i];
            if (i < match.Before && s_programsOrPersons.Contains(word) && context.Role != TypeRole.Program
                && (s_reach.Contains(match.Hint.Term.Key) || match.Hint.Term.Key is "contact.name" or "identity.photo"))
                continue; // ClientEmail is a person's; an EmailClient is a program
            if (NameParts.Technical.Contains(word) && !(word == "notification" && context.Words.Contains(word)))
                return null;
            if (NameParts.Neutral.Contains(word) || word.Length == 1
                || s_names.Contains(word) && match.Hint.Term.Key is ("contact.address" or "employment.role"))
                continue; // KabName, JobTitleName: the name of that, and not of a person
            if (_hints.Whole([word])?.Term is { } other && (other == match.Hint.Term
                || other.Key == "contact.address" && match.Hint.Term.Key == "location.precise"))
                continue; // KotaKabupaten: two words for one thing; CityLatitude: where that is
            if (word is ("company" or "perusahaan") && context.Role is (TypeRole.Person or TypeRole.Partner)
                && s_reach.Contains(match.Hint.Term.Key))
                continue; // where a person works, or a partner does
            switch (RoleWords.Of(word))
            {
                case TypeRole.Person or TypeRole.PersonalRecord or TypeRole.Partner:
                    continue;
                case null:
                    penalty += context.Role == TypeRole.Person && word.Length <= 3 ? UnlikeAbbreviation : Unlike;
                    break;
                default:
                    if (!context.Words.Contains(word))
                        return null;
                    break;
            }
        }
        return penalty;
    }

    // CustomerName, NamaPasien, AssignedToName: a name, and whose.
    private static string? PersonInName(IReadOnlyList<string> words, TypeContext context)
    {
        if (!words.Any(s_names.Contains))
            return null;
        var others = words.Where(word => !s_names.Contains(word)).ToList();
        // Beside the name of its company, a supplier's is a person's.
        if (context.HasCompanyName && others.Count == 1 && RoleWords.Of(others[0]) == TypeRole.Partner)
            return string.Join(" ", words);
        // The name of a user is the one to sign in with, but for NamaUser of an order.
        return (others is not ["user"] || context.Role == TypeRole.PersonalRecord && words.Contains("nama"))
            && others.Any(word => RoleWords.IsPerson(word) || s_doings.Contains(word))
            && others.All(word =>
                RoleWords.IsPerson(word) || s_doings.Contains(word) || NameParts.Neutral.Contains(word))
                ? string.Join(" ", words)
                : IsNameOfPerson(words) ? string.Join(" ", words) : null;
    }

    // CarOwnerName, NamaPemilikMobil, NomDirigeantSociete: the person stands beside the name, whose it is elsewhere.
    private static bool IsNameOfPerson(IReadOnlyList<string> words)
    {
        if (words.Count < 3 || words.Any(word => NameParts.Technical.Contains(word) && word != "client"))
            return false;
        var beside = words[words.Count - 1] is "name" ? words[words.Count - 2]
            : words[0] is "nama" or "name" ? words[1]
            : "";
        return RoleWords.IsPerson(beside) && beside is not ("user" or "account" or "profile")
            && !s_maybeOther.Contains(beside);
    }

    private static Message Because(Candidate candidate, MemberType type, TypeContext context) => Message.Joined(", ",
    [
        Message.Of("Detection.InItsName", candidate.Hint),
        type.Kind switch
        {
            MemberKind.Date => Message.Of("Detection.Date"),
            MemberKind.Integer or MemberKind.Fraction => Message.Of("Detection.Number"),
            MemberKind.File => Message.Of("Detection.File"),
            MemberKind.Own => Message.Of("Detection.OwnType"),
            _ => Message.Of("Detection.Text"),
        },
        context.Role switch
        {
            TypeRole.Person => Message.Of("Detection.OnAPerson"),
            TypeRole.PersonalRecord => Message.Of("Detection.OnARecord"),
            TypeRole.Partner => Message.Of("Detection.OnAPartner"),
            _ => null,
        },
    ]);

    private sealed record Candidate(
        Term Term, string Hint, double Strength, double Penalty, bool IsHint, bool NamesPerson = false);
}
