using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>
/// Turns the erasure of a subject into their copy. There is no other way to one: what an erasure reaches is exported, and
/// what it does not reach is not. For each field it says from whose data it is:
/// <list type="bullet">
/// <item>what the erasure's groups say is the subject's is written;</item>
/// <item>of a row of two people what is named after the other's side is theirs, and not written; what is named after
/// nobody (the text of a message) both have seen, and it is;</item>
/// <item>a secret by which somebody is let in (a password's hash, a token) is named, and its value is not written;</item>
/// <item>the key of a row, its dates from which retention counts, and the reference to what of the subject's it belongs
/// to make it understandable; references to other people are not written.</item>
/// </list>
/// Into a copy by the right of portability comes what the person, or their device, has provided, and is processed by
/// consent or for a contract (GDPR Art. 20(1)): nothing that others said of them, and nothing that was concluded.
/// </summary>
internal sealed class ExportPlanner(ContextModel context, DisclosureFacts policy)
{
    private const string Secret = "account.password";
    private const string Concluded = "inference";

    private static readonly string[] s_secrets = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp"];

    public ExportPlan Plan(ErasurePlan erasure) =>
        new(erasure, erasure.Steps.Reverse().SelectMany(step => Entities(step, erasure.Subject)).ToEquatable());

    /// <summary>Whether somebody is let in by it.</summary>
    public static bool IsSecret(PropertyModel property, IEnumerable<string> categories, DisclosureFacts policy) =>
        categories.Any(category => policy.SelfAndBroader(category).Any(at => at.Words.Key == Secret))
        || s_secrets.Any(name => property.OwnName.EndsWith(name, StringComparison.Ordinal));

    /// <summary>Whether it was not given by anybody, and was concluded.</summary>
    public static bool IsConcluded(IEnumerable<string> categories, DisclosureFacts policy) =>
        categories.All(category => policy.SelfAndBroader(category).Any(at => at.Words.Key == Concluded));

    private IEnumerable<ExportedEntity> Entities(ErasureStep step, string subject) => step.Sides.Count == 0
        ? [Entity(step, null, subject)]
        : step.Sides.Select(side => Entity(step, side, subject));

    private ExportedEntity Entity(ErasureStep step, Side? side, string subject)
    {
        var others = step.Sides.Where(other => other != side).SelectMany(other => other.Fields)
            .Select(field => field.Name).Except(side?.Fields.Select(field => field.Name) ?? []).ToList();
        var personal =
            from held in step.Groups.SelectMany(rule => rule.Fields.Select(one => (one.Property, rule.Categories)))
            group held by held.Property.Name into field
            where !others.Contains(field.Key)
            let property = field.First().Property
            // A group has the categories of all its fields: of them only those that the field declares.
            let categories = property.Categories.Where(category => field.Any(held => held.Categories.Contains(category))).ToList()
            let isSecret = IsSecret(property, categories, policy)
            select new ExportedField(
                field.Key, property, null, categories.ToEquatable(), isSecret,
                !isSecret && categories.Any(category => IsPortable(category, subject)));
        var written = personal.ToList();
        var understood = Understood(step).Where(field => written.All(other => other.Name != field.Name));
        return new(step, side, understood.Concat(written).ToEquatable());
    }

    /// <summary>What is nobody's secret, and without which a row would be a riddle.</summary>
    private IEnumerable<ExportedField> Understood(ErasureStep step)
    {
        var entity = step.Entity;
        var toPeople = new HashSet<string>(
            entity.References.Where(reference => IsPerson(reference.Principal)).SelectMany(reference => reference.Columns)
                .Select(column => column.Name), StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in entity.Key.Where(key => !toPeople.Contains(key)))
            if (entity.Property(key) is { } property && names.Add(key))
                yield return new(key, property, null, EquatableArray<string>.Empty, false, false);
        foreach (var way in step.Further.Prepend(step.Path).Where(way => way.Count > 1))
            foreach (var column in way[0].Columns.Where(column => !toPeople.Contains(column.Name)))
                if (names.Add(column.Name))
                    yield return new(column.Name, null, column, EquatableArray<string>.Empty, false, false);
        foreach (var date in entity.Properties.Where(property => property is { IsDate: true, IsInCollection: false, Anchors.Count: > 0, Categories.Count: 0 }))
            if (names.Add(date.Name))
                yield return new(date.Name, date, null, EquatableArray<string>.Empty, false, false);
    }

    private bool IsPerson(string type)
    {
        for (var at = context[type]; ; at = context[at.Base])
        {
            if (at.Subject is not null)
                return true;
            if (at.Base is null)
                return false;
        }
    }

    private bool IsPortable(string category, string subject) =>
        !policy.SelfAndBroader(category).Any(at => at.Words.Key == Concluded)
        && policy.On(category, subject) is { } statement
        && statement.Purposes.Any(purpose => policy.Purposes.Any(ground =>
            ground.Purpose == purpose && ground.Basis is (LawfulBasis.Consent or LawfulBasis.Contract)))
        && (statement.Sources.Count == 0 || statement.Sources.Any(source =>
            policy.Sources.FirstOrDefault(known => known.Source == source)?.From is null or SourceOrigin.Person or SourceOrigin.Device));
}
