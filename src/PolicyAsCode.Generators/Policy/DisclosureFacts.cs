using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>
/// What a policy says that a person is to be told of their data, and that decides nothing about retention and erasure: for
/// what, who gets it, where it comes from.
/// </summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Version">Its number.</param>
/// <param name="Controller">Who answers for it.</param>
/// <param name="Email">Where it is reached by mail; null where not said.</param>
/// <param name="Phone">Where it is reached by phone; null where not said.</param>
/// <param name="Officer">How its data protection officer is reached; null where not said.</param>
/// <param name="Categories">The categories of the vocabulary.</param>
/// <param name="Words">The other words that statements use.</param>
/// <param name="Data">What it says of categories.</param>
/// <param name="Purposes">On which ground data is processed for a purpose.</param>
/// <param name="Recipients">Who gets data.</param>
/// <param name="Sources">From whom data comes.</param>
/// <param name="Rights">What people can ask for, in its words.</param>
public sealed record DisclosureFacts(
    string Policy, int Version, string Controller, string? Email, string? Phone, string? Officer,
    EquatableArray<CategoryWords> Categories, EquatableArray<TermWords> Words, EquatableArray<DataFacts> Data,
    EquatableArray<PurposeFacts> Purposes, EquatableArray<RecipientFacts> Recipients, EquatableArray<SourceFacts> Sources,
    EquatableArray<string> Rights)
{
    /// <summary>A category and its broader ones, nearest first.</summary>
    public IEnumerable<CategoryWords> SelfAndBroader(string category)
    {
        for (var at = Find(category); at is not null; at = at.Broader is { } broader ? Find(broader) : null)
            yield return at;
    }

    /// <summary>The statement on a category of a subject, or on the nearest broader one that speaks of that subject.</summary>
    public DataFacts? On(string category, string subject) => SelfAndBroader(category)
        .Select(at => Data.FirstOrDefault(statement => statement.Category == at.Words.Key && statement.IsAbout(subject)))
        .FirstOrDefault(statement => statement is not null);

    /// <summary>How a word is called; the word itself where the vocabulary has none.</summary>
    public TermWords Word(TermKind kind, string key) =>
        Words.FirstOrDefault(word => word.Kind == kind && word.Key == key) ?? new(kind, key, key, key);

    /// <summary>The category of that key, or null.</summary>
    public CategoryWords? Find(string key) => Categories.FirstOrDefault(category => category.Words.Key == key);
}

/// <summary>How a word is called.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">The word.</param>
/// <param name="English">In English.</param>
/// <param name="Indonesian">In Indonesian.</param>
public sealed record TermWords(TermKind Kind, string Key, string English, string Indonesian);

/// <summary>A category and what it means.</summary>
/// <param name="Words">How it is called.</param>
/// <param name="Definition">What it means.</param>
/// <param name="InIndonesian">The same in Indonesian; null where not said.</param>
/// <param name="Broader">The key of the broader category; null at the top.</param>
public sealed record CategoryWords(TermWords Words, string Definition, string? InIndonesian, string? Broader);

/// <summary>What the policy says of a category.</summary>
/// <param name="Category">Its key.</param>
/// <param name="Subjects">Of whom, narrower kinds of people included; empty for everybody.</param>
/// <param name="Purposes">For what.</param>
/// <param name="Sources">Where it is collected.</param>
/// <param name="Clauses">The clauses of the notice.</param>
public sealed record DataFacts(
    string Category, EquatableArray<string> Subjects, EquatableArray<string> Purposes, EquatableArray<string> Sources,
    EquatableArray<string> Clauses)
{
    /// <summary>Whether it is about the subject, or about nobody in particular.</summary>
    public bool IsAbout(string subject) => Subjects.Count == 0 || Subjects.Contains(subject);

    /// <summary>How long it is kept; null where the policy does not say.</summary>
    public KeepFacts? Keep { get; init; }
}

/// <summary>How long a category is kept.</summary>
/// <param name="NeverStored">Whether it is not stored at all.</param>
/// <param name="AtMost">The maximum as the policy writes it; null where none.</param>
/// <param name="AtLeast">The minimum; null where none.</param>
/// <param name="From">The event from which both count; null where the policy fails to say.</param>
/// <param name="Then">What happens then.</param>
/// <param name="Because">Why a minimum is kept; null where not said.</param>
/// <param name="BecauseInIndonesian">The same in Indonesian; null where not said.</param>
public sealed record KeepFacts(
    bool NeverStored, string? AtMost, string? AtLeast, string? From, RetentionAction Then, string? Because,
    string? BecauseInIndonesian);

/// <summary>On which ground data is processed for a purpose.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Basis">The ground.</param>
public sealed record PurposeFacts(string Purpose, LawfulBasis Basis);

/// <summary>Somebody who gets data.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Receives">The categories; narrower ones are included.</param>
/// <param name="Purposes">For what.</param>
/// <param name="OnLegalRequest">Whether only where a law demands it.</param>
/// <param name="Regions">Where it goes; empty where not said.</param>
/// <param name="Safeguard">What makes that lawful; null where not said.</param>
public sealed record RecipientFacts(
    string Recipient, EquatableArray<string> Receives, EquatableArray<string> Purposes, bool OnLegalRequest,
    EquatableArray<string> Regions, Safeguard? Safeguard);

/// <summary>From whom data of a source comes.</summary>
/// <param name="Source">The source.</param>
/// <param name="From">From whom.</param>
public sealed record SourceFacts(string Source, SourceOrigin From);
