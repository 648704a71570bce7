namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>A shop whose promotion rests on consent, and all that can ask for it.</summary>
internal static class ConsentShop
{
    /// <summary>Its customers, and who knows what they agreed to.</summary>
    internal const string Code = """
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }
        public interface IConsents
        {
            [Gate("consent")] bool Allows(Guid customer);
            [Gate("consent")] Task<bool> AllowsAsync(Guid customer);
            [Gate("consent")] void Require(Guid customer);
            [Gate("consent")] Task RequireAsync(Guid customer);
            [Gate("age")] bool IsOldEnough(Guid customer);
            bool Looks(Guid customer);
        }
        public static class Mail { public static void Send(string? to) { } public static void Go() { } public static IDisposable Open() => null!; }
        public readonly struct Inverted
        {
            private readonly bool _it;
            private Inverted(bool it) => _it = it;
            public static implicit operator Inverted(bool it) => new(!it);
            public static implicit operator bool(Inverted it) => it._it;
        }

        """;

    /// <summary>What it promises.</summary>
    internal static readonly string Policy = Policies.Shop
        .Replace("for: [communication]", "for: [communication, promotion]", StringComparison.Ordinal)
        + "\n  promotion: { clause: SHOP-4, basis: consent, consent: { given: opt-in, at: registration } }\nsources:\n  registration: { clause: SHOP-4, from: person }\n";

    /// <summary>Members of a class that runs for promotion, in that shop.</summary>
    internal static string Campaign(string members) => Code + $$"""
        [Purpose("promotion")]
        public class Campaign(IConsents consents)
        {
            static void Fail() => throw new InvalidOperationException();
            {{members}}
        }
        """;
}
