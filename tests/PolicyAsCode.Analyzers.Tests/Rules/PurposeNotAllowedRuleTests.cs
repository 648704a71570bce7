using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.PurposeNotAllowedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PurposeNotAllowedRuleTests
{
    private const string Customer = """
        using Microsoft.EntityFrameworkCore;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
            [DataCategory("contact.name")] public string? Name { get; set; }
        }
        public class Shop : DbContext
        {
            public DbSet<Customer> Customers => Set<Customer>();
        }

        """;

    [Theory]
    [InlineData("customer.[|Phone|]")]
    [InlineData("customer.Email")]
    [InlineData("customer.Name")]
    public Task A_read_is_judged_by_the_purpose_of_its_type(string read)
    {
        var marked = read.Contains("[|", StringComparison.Ordinal) ? "[|customer.Phone|]" : read;
        return Verify.VerifyAnalyzerAsync(Customer + $$"""
            [Purpose("communication")]
            public sealed class Mailer
            {
                public string? To(Customer customer) => {{marked}};
            }
            """, Policies.Shop);
    }

    [Theory]
    [InlineData("Customer", "customer", "[|person.Phone|]")]
    [InlineData("Cashier", "staff", "person.Phone")]
    public Task What_is_granted_for_staff_grants_nothing_for_customers(string type, string subject, string read) =>
        Verify.VerifyAnalyzerAsync(
            $$"""
            [DataSubject("{{subject}}")]
            public class {{type}}
            {
                [DataCategory("contact.phone")] public string? Phone { get; set; }
            }
            public sealed class Roster
            {
                [Purpose("communication")] public string? Line({{type}} person) => {{read}};
            }
            """,
            Policies.Shop.Replace("  contact.name:", """
              contact:
                origin: decision
                of: staff
                for: [communication]
                keep: { origin: decision, for: 2 years, from: employment-ended, then: erase }
              contact.name:
            """).Replace("SHOP-3 }", "SHOP-3 }\n  staff: { clause: SHOP-3 }"));

    [Fact]
    public Task The_message_says_what_is_allowed_and_by_which_clause() => Verify.VerifyAnalyzerAsync(
        Customer.Replace("string? Phone ", "string? {|from:Phone|} ") + """
        public sealed class Mailer
        {
            [Purpose("communication")] public string? To(Customer customer) => [|customer.Phone|];
        }
        """,
        Policies.Shop.Replace("contact.phone:", "{|from:contact.phone|}:"),
        "'Customer.Phone' (contact.phone) is read for communication, but The Shop allows it for transactions only "
        + "[SHOP-1, shop.policy.yaml:15]");

    [Theory]
    [InlineData("[Purpose(\"transactions\")] ", "customer.Phone")] // the nearest declaration wins
    [InlineData("", "[|customer.Phone|]")]
    public Task The_nearest_declaration_wins(string onMethod, string read) => Verify.VerifyAnalyzerAsync(
        Customer + $$"""
        [Purpose("communication")]
        public sealed class Mailer
        {
            {{onMethod}}public string? To(Customer customer) => {{read}};
        }
        """,
        Policies.Shop);

    [Fact]
    public Task Several_purposes_need_data_allowed_for_all_of_them() => Verify.VerifyAnalyzerAsync(
        Customer + """
        [Purpose("communication", "transactions")]
        public sealed class Mailer
        {
            public string? A(Customer customer) => [|customer.Email|];
            public string? B(Customer customer) => customer.Name;
        }
        """,
        Policies.Shop);

    [Theory]
    [InlineData("Shop.Mailing", "[|customer.Phone|]")]
    [InlineData("Shop.Mailing.Deep", "[|customer.Phone|]")]
    [InlineData("Shop.Mailing.Orders", "customer.Phone")]
    [InlineData("Shop.Mailings", "customer.Phone")]
    public Task A_namespace_is_bound_and_the_longest_name_wins(string space, string read) => Verify.VerifyBoundAsync(
        $$"""
        public class Customer
        {
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }
        namespace {{space}}
        {
            public sealed class Mailer
            {
                public string? To(Customer customer) => {{read}};
            }
        }
        """,
        Policies.Shop,
        """
        bindings: shop
        namespaces:
          Shop.Mailing: communication
          Shop.Mailing.Orders: [transactions]
        """);

    [Theory]
    [InlineData("customers.Where(c => [|c.Phone|] != null).Count()")]
    [InlineData("customers.Where(c => c.Email != null).Count()")]
    [InlineData("customers.Count(c => c is { [|Phone|]: not null })")]
    [InlineData("(from c in customers orderby [|c.Phone|] select c.Id).Count()")]
    [InlineData("nameof(Customer.Phone).Length")]
    [InlineData("Fill(new Customer { Phone = \"1\" })")]
    public Task Lambdas_patterns_and_queries_read_and_names_and_writes_do_not(string expression) => Verify.VerifyAnalyzerAsync(
        Customer + $$"""
        [Purpose("communication")]
        public sealed class Mailer
        {
            private static int Fill(Customer customer) => 0;
            public int Run(IQueryable<Customer> queried, List<Customer> customers) => {{expression}};
        }
        """,
        Policies.Shop);

    [Fact]
    public Task A_whole_object_is_no_read_and_neither_is_a_setter_of_a_bulk_update() => Verify.VerifyAnalyzerAsync(
        Customer + """
        [Purpose("communication")]
        public sealed class Mailer(Shop shop)
        {
            public Task<List<Customer>> All() => shop.Customers.ToListAsync();
            public Task Clear() => shop.Customers
                .Where(c => [|c.Phone|] != null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Phone, (string?)null));
        }
        """,
        Policies.Shop);

    [Fact]
    public Task A_change_of_the_generated_operations_names_fields_and_reads_none() => Verify.VerifyAnalyzerAsync(
        Customer + """
        [Purpose("communication")]
        public sealed class Sweep
        {
            public void Clear() => Change(set => set.SetProperty(c => c.Phone, (string?)null).SetEach(c => new[] { c }, c => c.Phone, (string?)null));
            public void Look() => Change(set => PolicyAsCode.EntityFrameworkCore.Others.Look(set, c => [|c.Phone|]));
            private static void Change(System.Action<PolicyAsCode.EntityFrameworkCore.FieldChanges<Customer>> change) => change(new());
        }
        namespace PolicyAsCode.EntityFrameworkCore
        {
            public sealed class FieldChanges<T>
            {
                public FieldChanges<T> SetProperty<TProperty>(System.Linq.Expressions.Expression<System.Func<T, TProperty>> property, TProperty value) => this;
                public FieldChanges<T> SetEach<TItem, TProperty>(System.Linq.Expressions.Expression<System.Func<T, System.Collections.Generic.IEnumerable<TItem>>> items,
                    System.Linq.Expressions.Expression<System.Func<TItem, TProperty>> property, TProperty value) => this;
            }
            public static class Others
            {
                public static FieldChanges<T> Look<T, TProperty>(this FieldChanges<T> changes, System.Func<T, TProperty> read) => changes;
            }
        }
        """,
        Policies.Shop);

    [Fact]
    public Task Code_without_a_purpose_is_not_judged() => Verify.VerifyAnalyzerAsync(
        Customer + """
        public sealed class Mailer
        {
            public string? To(Customer customer) => customer.Phone;
        }
        """,
        Policies.Shop);

    [Fact]
    public Task A_bound_member_of_somebody_elses_type_counts() => Verify.VerifyBoundAsync(
        """
        public class LegacyUser { public string? Mobile { get; set; } public string? Mail { get; set; } }
        public sealed class AppUser : LegacyUser;
        [Purpose("communication")]
        public sealed class Mailer
        {
            public string? A(AppUser user) => [|user.Mobile|];
            public string? B(AppUser user) => user.Mail;
        }
        """,
        Policies.Shop,
        """
        bindings: shop
        types:
          LegacyUser: { subject: customer, members: { Mobile: contact.phone, Mail: contact.email } }
        """);

    // What takes data anonymised only, takes it by way of a declared anonymiser.
    [Fact]
    public Task A_purpose_that_takes_data_anonymised_reads_it_within_an_anonymiser() => Verify.VerifyAnalyzerAsync(
        Customer + Counting + """
        [Purpose("analysis")]
        public sealed class Report(Shop shop)
        {
            public int Right() => Figures.Count(shop.Customers.ToList());
            public int Handed(List<Customer> all) => Figures.Lengths(all.Select(one => one.Name));
            public int Helped(List<Customer> all) => Figures.Helped(all);
            public bool Asked(Customer one) => one.Name != null;
            public void Carried(Customer one, Customer other) => other.Name = one.Name;
            public string Figure(Figure figure) => figure.About;
            [Anonymises(DataForm.Anonymised)] public int Own(Customer one) => one.Name!.Length;

            public string? Raw(Customer one) => [|one.Name|];
            public int Local(List<Customer> all)
            {
                var names = all.Select(one => [|one.Name|]);
                return Figures.Lengths(names);
            }
            public int Summed(Customer one) => Figures.Sum([|one.Name|]!);
            public int Through(Customer one) => [|Plain.Length(one)|];
        }
        """,
        Anonymised("anonymised"),
        "'Customer.Name' (contact.name) is read for analysis, but The Shop takes it anonymised only: read it within a method that is "
        + "declared [Anonymises(DataForm.Anonymised)] [SHOP-7, shop.policy.yaml:");

    [Theory]
    [InlineData("pseudonymised")]
    [InlineData("aggregated")]
    [InlineData("raw")]
    public Task Personal_forms_are_judged_where_they_are_handed_on(string form) => Verify.VerifyAnalyzerAsync(
        Customer + """
        [Purpose("analysis")]
        public sealed class Report
        {
            public string? Raw(Customer one) => one.Name;
        }
        """,
        Anonymised(form));

    private const string Counting = """
        public sealed record Figure([property: DataCategory("contact.name", Form = DataForm.Anonymised)] string About);
        public static class Plain { public static int Length(Customer one) => one.Name!.Length; }
        public static class Figures
        {
            [Anonymises(DataForm.Anonymised)] public static int Count(List<Customer> all) => all.Sum(one => one.Name!.Length);
            [Anonymises(DataForm.Anonymised)] public static int Lengths(IEnumerable<string?> names) => names.Count();
            [Anonymises(DataForm.Anonymised)] public static int Helped(List<Customer> all) => Help(all);
            [Anonymises(DataForm.Aggregated)] public static int Sum(string name) => name.Length;
            private static int Help(List<Customer> all) => all.Sum(one => one.Name!.Length);
        }

        """;

    private static string Anonymised(string form) => Policies.Shop
        .Replace("for: [communication, transactions]", "for: [communication, transactions, analysis]", StringComparison.Ordinal)
        + $"\n  analysis: {{ clause: SHOP-7, basis: contract, as: {form} }}";
}
