using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>What the members of a type together say of it.</summary>
/// <param name="Role">What the type is about.</param>
/// <param name="HasAddress">Whether it holds an address, so that a state or country in it is a part of that.</param>
/// <param name="HasCompanyName">Whether it names a company, so that another name in it is a person's.</param>
/// <param name="IsReached">Whether it says how somebody is written or called to.</param>
/// <param name="SignsIn">Whether it holds a password.</param>
/// <param name="HasPrice">Whether it has a price.</param>
/// <param name="HasPersons">Whether it holds more of a person than a plain name, and how somebody is reached.</param>
/// <param name="IsCertain">Whether only a person has what it holds, whatever its name says.</param>
internal readonly record struct MemberEvidence(
    TypeRole Role, bool HasAddress, bool HasCompanyName, bool IsCertain, bool IsReached, bool SignsIn,
    bool HasPrice, bool HasPersons)
{
    // A class that holds several of these is about a person, also when it is called a school.
    private static readonly ImmutableHashSet<string> s_certain = ImmutableHashSet.Create(
        StringComparer.Ordinal, "contact.name", "identity", "identity.birth-date", "special.religion",
        "special.ethnic-origin");

    // What a house has that is open to the public: beside a plain name and a telephone number it shows whose they are.
    private static readonly ImmutableHashSet<string> s_places = WordList.Of(
        "website web site logo cnpj nif siret opening openinghours closing capacity kapasitas horario favicon slogan "
        + "facilities branches");

    private static readonly ImmutableHashSet<string> s_person = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "contact.name", "identity", "identity.birth-date", "account.password", "account.username",
        "special.religion", "special.health", "special.ethnic-origin", "employment.role", "employment.staff-number");

    private static readonly ImmutableHashSet<string> s_reach = ImmutableHashSet.Create(
        StringComparer.Ordinal, "contact.email", "contact.phone", "contact.address", "government.id-number",
        "contact.messaging-id");

    /// <summary>The role that a type's name tells, weighed against its members.</summary>
    /// <param name="named">What the name tells.</param>
    /// <param name="isOfPerson">Whether the name also says of whom, or of what somebody does: DeliveryLabel.</param>
    public TypeRole Weigh(TypeRole? named, bool isOfPerson) => named switch
    {
        null => Role,
        TypeRole.Thing when IsCertain && HasPrice => TypeRole.Thing, // clothes for women of an age
        TypeRole.Organisation or TypeRole.Thing or TypeRole.Program when IsCertain => TypeRole.Person,
        TypeRole.PersonalRecord when IsCertain && SignsIn => TypeRole.Person, // an account with a name and a password
        TypeRole.Thing when Role == TypeRole.Person && IsReached && (HasPersons || isOfPerson) => TypeRole.Person,
        TypeRole.Program when Role == TypeRole.Person && IsReached && HasPersons && isOfPerson => TypeRole.Person,
        _ => named.Value,
    };

    /// <summary>A birth date and a first name are a person's; a telephone number may be a company's.</summary>
    public static MemberEvidence Of(
        IEnumerable<IReadOnlyList<string>> members, Func<IReadOnlyList<string>, HintIndex.Hint?> whole)
    {
        var hasName = false;
        var hasAddress = false;
        var signsIn = false;
        var hasCompanyName = false;
        var hasPrice = false;
        var isPlace = false;
        var certain = new HashSet<string>(StringComparer.Ordinal);
        var person = new HashSet<string>(StringComparer.Ordinal);
        var reach = new HashSet<string>(StringComparer.Ordinal);
        foreach (var words in members)
        {
            hasCompanyName |= words.Any(word => word is "company" or "perusahaan")
                && words.Any(word => word is "name" or "nama");
            hasPrice |= words.Any(word => word is "price" or "harga" or "cost" or "biaya" or "tarif" or "precio"
                or "preco" or "prix" or "preis" or "fiyat" or "gia");
            isPlace |= words.Any(s_places.Contains) || words is ["no", "registration"] or ["registration", "no"];
            if (words is ["name" or "nama"])
                hasName = true;
            else if (whole(words) is { } hint && !words.All(RoleWords.IsPerson)) // Responsable is another one
            {
                if (s_person.Contains(hint.Term.Key)
                        && !(hint.Term.Special && hint.Strength < HintStrength.Medium) // the dosage of a medicine
                        && !(hint.Term.Key == "account.password" && hint.Strength < HintStrength.Strong) // a program's
                    || IsPersonsNumber(hint.Key))
                {
                    person.Add(hint.Key);
                    if (s_certain.Contains(hint.Term.Key) || IsPersonsNumber(hint.Key))
                        certain.Add(hint.Term.Key);
                }
                else if (s_reach.Contains(hint.Term.Key))
                    reach.Add(hint.Term.Key);
                signsIn |= hint.Term.Key == "account.password";
                hasAddress |= hint.Term.Key == "contact.address" && !IsRegion(hint.Key);
            }
        }
        var isPerson = person.Count >= 2
            || person.Count == 1 && (hasName || reach.Count >= 1)
            || hasName && !isPlace && (reach.Contains("contact.email") || reach.Contains("contact.phone"));
        var role = isPerson ? TypeRole.Person
            : isPlace && hasName && reach.Count > 0 ? TypeRole.Organisation
            : reach.Count >= 2 ? TypeRole.Partner
            : TypeRole.Unknown;
        return new(role,
            hasAddress, hasCompanyName, certain.Count >= 2,
            reach.Contains("contact.email") || reach.Contains("contact.phone"), signsIn, hasPrice,
            person.Count > 0);
    }

    // A tax number or a plate may be a company's; these are not.
    private static bool IsPersonsNumber(string hint) =>
        hint is "nik" or "nonik" or "ktp" or "noktp" or "nokk" or "nkk" or "ssn" or "nationalid" or "passportno";

    /// <summary>Whether the word names a part of the world, or of something else.</summary>
    public static bool IsRegion(string hint) => hint is "state" or "country" or "district" or "county" or "desa";
}
