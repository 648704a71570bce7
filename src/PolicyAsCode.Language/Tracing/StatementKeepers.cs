using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tracing;

/// <summary>
/// Which rules and which generated code keep a statement: the one table of it (of rights: <see cref="RightKeepers"/>). A new
/// rule about code, or a new generated operation, is added here; a test holds that none is missing.
/// </summary>
public static class StatementKeepers
{
    /// <summary>Generated code that deletes, blanks or anonymises what is over its time.</summary>
    public const string Sweep = "SweepAsync";

    /// <summary>The run time's trail of who read and changed which members of whom.</summary>
    public const string Audit = "UsePrivacyAudit";

    // What is kept out of logs is kept out of all that ends in one.
    private static readonly ImmutableArray<string> s_outOfLogs = ["PAC5001", "PAC5002", "PAC5003", "PAC5004"];

    /// <summary>Rules that fail the build of code, and generated operations, that keep this statement; may be empty.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="policy">Its policy.</param>
    public static ImmutableArray<string> Of(Statement statement, PolicyModel policy) => statement switch
    {
        // Closed world: what no statement collects, and what is used for anything else, fails the build.
        DataStatement data =>
        [
            "PAC2001", "PAC2002", "PAC2003", "PAC2004", "PAC2005", "PAC3001", "PAC3002", "PAC5010",
            .. OfProtections(data.Protect),
            .. data.Collected.IsEmpty ? ImmutableArray<string>.Empty : ["PAC3011"],
            .. data.Category.Special ? ["PAC2007"] : ImmutableArray<string>.Empty,
            .. data.Keep is { } keep && StatementList.OwnRetention(data) is null ? Of(keep, policy) : [],
        ],
        RetentionStatement { NeverStored: true } => ["PAC2006"],
        RetentionStatement => ["PAC2008", "PAC4001", "PAC4002", "PAC4003", "PAC4004", "PAC4005", "PAC4006", "PAC4007", Sweep],
        SubjectStatement => ["PAC2008", "PAC4003"],
        PurposeStatement purpose =>
        [
            "PAC3001", "PAC3013",
            .. purpose.Basis == LawfulBasis.Consent ? ["PAC3003"] : ImmutableArray<string>.Empty,
            .. purpose.OptOut == "every-message" ? ["PAC5011"] : ImmutableArray<string>.Empty,
            .. purpose.Objection == true ? ["PAC3004"] : ImmutableArray<string>.Empty,
        ],
        Prohibition never => OfProhibition(never.Action),
        ProtectionStatement protection => OfProtections(protection.Protect),
        NonPersonalStatement => ["PAC2002", "PAC2004"],
        RightStatement right => RightKeepers.Of(right, policy),
        HoldStatement => [Sweep, RightKeepers.Erase],
        RecipientStatement recipient =>
        [
            "PAC3006", "PAC3007", "PAC3008", "PAC3009", "PAC3012",
            .. recipient.After?.Key switch
            {
                "consent" => ["PAC3003"],
                "no-objection" or "no-restriction" => ["PAC3004"],
                "age" => ["PAC3005"],
                _ => ImmutableArray<string>.Empty,
            },
            .. recipient.Action == RecipientAction.Share ? ImmutableArray<string>.Empty : ["PAC3010"],
        ],
        CookieStatement => ["PAC5005"],
        SourceStatement => ["PAC3011"],
        AgeStatement { ErasedWhenFound: true } => ["PAC3005", RightKeepers.Erase],
        AgeStatement => ["PAC3005"],
        _ => [],
    };

    private static ImmutableArray<string> OfProhibition(string action) => action switch
    {
        "collect" => ["PAC2002", "PAC2004"],
        "store" => ["PAC2002", "PAC2006"],
        "log" => s_outOfLogs,
        "use" => ["PAC3001"],
        "disclose" => ["PAC3006"],
        "sell" or "rent" or "trade" => ["PAC3010"],
        _ => [],
    };

    private static ImmutableArray<string> OfProtections(ImmutableArray<Protection> protections) =>
    [
        .. protections.SelectMany(protection => protection switch
        {
            Protection.RedactedInLogs => s_outOfLogs,
            Protection.Hashed => [.. s_outOfLogs, "PAC5006"],
            Protection.EncryptedInTransit => ["PAC5008"],
            Protection.EncryptedAtRest => ["PAC4006", "PAC5007"],
            Protection.Audited => ["PAC5012", Audit],
            Protection.AuthorisedOnly => ["PAC5009"],
            _ => [],
        }).Distinct(),
    ];
}
