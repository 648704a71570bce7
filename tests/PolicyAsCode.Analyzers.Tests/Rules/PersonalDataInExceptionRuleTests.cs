using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataInExceptionRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PersonalDataInExceptionRuleTests
{
    private const string Shop = """
        using System.ComponentModel.DataAnnotations;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.name")] public string Name { get; set; } = "";
        }
        public static class Text
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
        }

        """;

    // Each row with its clean twin.
    [Theory]
    [InlineData("""throw new InvalidOperationException($"No order of {[|customer.Email|]}");""", """throw new InvalidOperationException($"No order of {customer.Id}");""")]
    [InlineData("""throw new Exception([|"No order of " + customer.Name|]);""", """throw new Exception("No order of " + nameof(customer.Name));""")]
    [InlineData("""throw new ArgumentException([|customer.Email|], nameof(customer));""", """throw new ArgumentException("empty", nameof(customer.Email));""")]
    [InlineData("""throw new ArgumentOutOfRangeException("email", [|customer.Email|], "unknown");""", """throw new ArgumentOutOfRangeException("email", customer.Email?.Length, "unknown");""")]
    [InlineData("""throw new KeyNotFoundException([|string.Format("{0}", customer)|]);""", """throw new KeyNotFoundException(string.Format("{0}", customer.Id));""")]
    [InlineData("""throw new ValidationException($"{[|customer.Email|]} is taken");""", """throw new ValidationException($"{Text.Hash(customer.Email)} is taken");""")]
    [InlineData("""var e = new TimeoutException([|customer.Email|]); await Task.FromException(e);""", """var e = new TimeoutException(); await Task.FromException(e);""")]
    [InlineData("""try { flag = true; } catch (Exception e) { throw new Exception([|customer.Email|], e); }""", """try { flag = true; } catch (Exception e) { throw new Exception("again", e); }""")]
    [InlineData("""_ = customers.FirstOrDefault() ?? throw new Exception([|string.Join(", ", customers.Select(c => c.Email))|]);""", """_ = customers.FirstOrDefault() ?? throw new Exception(string.Join(", ", customers.Select(c => c.Id)));""")]
    public async Task Data_in_a_message_is_reported_and_its_clean_twin_is_not(string reported, string clean)
    {
        await Verify.VerifyAnalyzerAsync(Method(reported), Policies.Shop);
        await Verify.VerifyAnalyzerAsync(Method(clean), Policies.Shop);

        static string Method(string body) => Shop + $$"""
            public sealed class Service
            {
                public async Task Run(Customer customer, List<Customer> customers, bool flag)
                {
                    await Task.Yield();
                    {{body}}
                }
            }
            """;
    }

    [Fact]
    public Task An_exception_of_the_project_is_judged_by_what_it_hands_to_its_base() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class TakenException(string email) : Exception($"{email} is taken");
        public sealed class RefusedException(string email) : Exception("refused")
        {
            [DataCategory("contact.email")] public string Email { get; } = email;
        }
        public sealed class LateException : Exception
        {
            public LateException(string who) : base("late: " + who) { }
            public LateException(int days) : base("late by " + days) { }
        }
        public sealed class Service
        {
            public void Taken(Customer customer) => throw new TakenException([|customer.Email|]!);
            public void Refused(Customer customer) => throw new RefusedException(customer.Email!);
            public void Late(Customer customer) => throw new LateException([|customer.Name|]);
            public void LateByDays(Customer customer) => throw new LateException(customer.Name.Length);
        }
        """,
        Policies.Shop,
        "'customer.Name' carries contact.name into an exception's message, which logs and error pages show, by way of "
        + "LateException..ctor. The Shop keeps it out of logs [SHOP-1, shop.policy.yaml:21].");

    [Fact]
    public Task Through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public static class Guard
        {
            static Exception Missing(string what) => new KeyNotFoundException($"{what} is missing");
            static void Require(bool held, string what) { if (!held) throw Missing(what); }
            public static void Leak(Customer customer) => Require(customer.Id != default, [|customer.Name|]);
            public static void Clean(Customer customer) => Require(customer.Id != default, Text.Hash(customer.Name));
        }
        """,
        Policies.Shop,
        "by way of Guard.Require, Guard.Missing. The Shop keeps it out of logs");

    [Fact]
    public Task What_may_be_logged_may_be_in_a_message() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public static class Guard
        {
            public static void Refuse(Customer customer) => throw new InvalidOperationException(customer.Email);
        }
        """,
        Policies.Shop.Replace("    protect: [redacted-in-logs]\n", ""));
}
