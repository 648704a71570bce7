using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>
/// Shapes of a model that could be taken for less than they are. What no plan covers must leave no erasure behind that
/// claims to be one: the method is missing, and the head of the class says why.
/// </summary>
public sealed class ShapeTests
{
    [Fact]
    public void In_a_circle_the_subject_still_comes_last()
    {
        var plan = Plan("""
            public sealed class Address
            {
                public int Id { get; init; }
                public Guid? CustomerId { get; set; }
                public Customer? Customer { get; set; }
                [DataCategory("contact.email")] public string? Street { get; set; }
            }
            """, onCustomer: "public int? HomeId { get; set; } public Address? Home { get; set; }");
        var erasure = Assert.Single(plan.Erasures);
        Assert.Equal(["Order", "Address", "Customer"], erasure.Steps.Select(step => step.Entity.Name));
        Assert.DoesNotContain(erasure.Steps[2].Detached, detached => detached.Entity.Name == "Address");
        Assert.Equal("Customer", plan.Entities[^1].Entity.Name);
    }

    [Theory]
    [InlineData("public class Address { [DataCategory(\"contact.email\")] public string? Street { get; set; } }", "", "public Address? Home { get; set; }")]
    [InlineData("public class Address { [DataCategory(\"contact.email\")] public string? Street { get; set; } }", "", "public System.Collections.Generic.List<Address> Homes { get; } = [];")]
    [InlineData("public class Address { public Street? Street { get; set; } } public class Street { [DataCategory(\"contact.email\")] public string? Name { get; set; } }", "", "public Address? Home { get; set; }")]
    [InlineData("public record struct Address([property: DataCategory(\"contact.email\")] string? Street);", "", "public Address Home { get; set; }")]
    [InlineData("public class Address { public string? Street { get; set; } }", "", "[DataCategory(\"contact.email\")] public Address? Home { get; set; }")]
    [InlineData("public class Note { public int Id { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; set; } }", "public DbSet<Note> Notes => Set<Note>();")]
    [InlineData("public class Note { public int Id { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; set; } }", "private DbSet<Note> Notes => Set<Note>();")]
    [InlineData("public class Note { public int Id { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; set; } public Customer? By { get; set; } public Customer? About { get; set; } }", "public DbSet<Note> Notes => Set<Note>();")]
    [InlineData("[Keyless] public class Note { public Guid CustomerId { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; set; } }", "public DbSet<Note> Notes => Set<Note>();")]
    public void What_no_plan_covers_leaves_no_erasure(string more, string inContext, string onCustomer = "")
    {
        var plan = Plan(more, inContext, onCustomer);
        Assert.Empty(plan.Erasures);
        Assert.Contains(plan.LeftOut, text => text.StartsWith("The erasure of Customer: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public class Note { public int Id { get; init; } public Guid? CustomerId { get; set; } public Customer? Customer { get; set; } } public class Call : Note { [DataCategory(\"contact.email\")] public string? Mail { get; set; } }",
        "public DbSet<Note> Notes => Set<Note>(); public DbSet<Call> Calls => Set<Call>();")]
    [InlineData("public class Note { public int Id { get; init; } public Guid? CustomerId { get; set; } public Customer? Customer { get; set; } } public class Talk : Note; public class Call : Talk { [DataCategory(\"contact.email\")] public string? Mail { get; set; } }",
        "public DbSet<Note> Notes => Set<Note>(); public DbSet<Call> Calls => Set<Call>();")]
    [InlineData("[Owned] public class Address { [DataCategory(\"contact.email\")] public string? Street { get; set; } }", "", "public Address? Home { get; set; }")]
    [InlineData("public class Address { public int Id { get; init; } [DataCategory(\"contact.email\")] public string? Street { get; set; } }", "protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().OwnsOne(customer => customer.Home);", "public Address? Home { get; set; }")]
    [InlineData("public record struct Address([property: DataCategory(\"contact.email\")] string? Street);", "protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().ComplexProperty(customer => customer.Home);", "public Address Home { get; set; }")]
    [InlineData("public class Address { public string? Street { get; set; } }", "protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().OwnsMany(customer => customer.Homes);", "[DataCategory(\"contact.email\")] public System.Collections.Generic.List<Address> Homes { get; } = [];")]
    public void What_a_plan_covers_has_its_fields_in_it(string more, string inContext, string onCustomer = "")
    {
        var plan = Plan(more, inContext, onCustomer);
        Assert.Contains(
            Assert.Single(plan.Erasures).Steps.SelectMany(step => step.Groups).SelectMany(group => group.Fields),
            field => field.Property.Name is "Mail" or "Home.Street" or "Homes.Street");
    }

    [Fact]
    public void A_row_with_an_object_that_no_plan_covers_is_never_removed()
    {
        var plan = Plan(
            "public class Address { [DataCategory(\"transaction.order\")] public string? Street { get; set; } }", "",
            "public Address? Home { get; set; }");
        Assert.Null(plan.Entities.Single(entity => entity.Entity.Name == "Customer").Removal);
    }

    [Fact]
    public void An_object_without_personal_data_is_in_nobodys_way() =>
        Assert.Single(Plan(
            "public class Size { public int Width { get; set; } }", "", "public Size? Shoe { get; set; }").Erasures);

    [Fact]
    public void The_data_of_a_view_lies_in_tables() =>
        Assert.Single(Plan(
            "[Keyless] public class Note { public Guid CustomerId { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; set; } }",
            "public DbSet<Note> Notes => Set<Note>(); protected override void OnModelCreating(ModelBuilder model) => model.Entity<Note>().ToView(\"notes\");").Erasures);

    [Theory]
    [InlineData("public Guid CustomerId { get; init; }")]
    [InlineData("public Guid? CustomerId { get; init; }")]
    public void A_key_without_a_navigation_leads_to_the_subject(string key)
    {
        var plan = Plan(
            "public class Note { public int Id { get; init; } " + key + " [DataCategory(\"contact.email\")] public string? Mail { get; set; } [RetentionAnchor(\"last-purchase\")] public DateTimeOffset At { get; init; } }",
            "public DbSet<Note> Notes => Set<Note>();");
        Assert.Contains(Assert.Single(plan.Erasures).Steps, step => step.Entity.Name == "Note");
    }

    [Theory]
    [InlineData("Guid")]
    [InlineData("Guid?")]
    public void A_hold_on_a_row_without_personal_data_counts(string key)
    {
        var code = Code(
            "public class Lawsuit { public int Id { get; init; } public " + key + " CustomerId { get; init; } public Customer? Customer { get; init; } [LegalHold] public bool IsOpen { get; set; } }",
            "public DbSet<Lawsuit> Lawsuits => Set<Lawsuit>();");
        Assert.Contains("legal hold (IsOpen)", code, StringComparison.Ordinal);
        Assert.Contains("lawsuit => lawsuit.IsOpen", code, StringComparison.Ordinal);
        var blocker = Assert.Single(
            Plan(LastCode!).Entities.Single(entity => entity.Entity.Name == "Customer").Removal!.Blockers,
            blocker => blocker.Rows.Entity.Name == "Lawsuit");
        Assert.Single(blocker.Rows.Holds);
    }

    [Theory]
    [InlineData("model.ApplyConfiguration(new NoteConfiguration());")]
    [InlineData("model.ApplyConfigurationsFromAssembly(typeof(ShopContext).Assembly);")]
    public void A_configuration_class_counts_like_the_contexts_own_method(string apply)
    {
        var plan = Plan("""
            public class Note { public string Code { get; init; } = ""; public Guid Who { get; init; } [DataCategory("contact.email")] public string? Mail { get; set; } }
            public class NoteConfiguration : IEntityTypeConfiguration<Note>
            {
                public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Note> note)
                {
                    note.HasKey(one => one.Code);
                    note.HasOne<Customer>().WithMany().HasForeignKey(one => one.Who);
                }
            }
            """, "protected override void OnModelCreating(ModelBuilder model) { " + apply + " }");
        var note = plan.Context["global::Shop.Note"];
        Assert.Equal(["Code"], note.Key);
        Assert.Equal("Who", Assert.Single(note.References).Columns[0].Name);
        Assert.Contains(Assert.Single(plan.Erasures).Steps, step => step.Entity.Name == "Note");
    }

    [Fact]
    public void A_part_of_the_context_in_another_place_counts_too()
    {
        var source = Source(
            "public class Note { public int Id { get; init; } public Guid Who { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; set; } }", "", "")
            .Replace("public sealed class ShopContext", "public sealed partial class ShopContext", StringComparison.Ordinal)
            + "\npartial class ShopContext { protected override void OnModelCreating(ModelBuilder model) => model.Entity<Note>().HasOne<Customer>().WithMany().HasForeignKey(one => one.Who); }";
        Assert.Contains(Assert.Single(Plan(source).Erasures).Steps, step => step.Entity.Name == "Note");
    }

    [Fact]
    public void Two_entities_of_one_name_are_told_apart()
    {
        var code = Code("""
            public class Old
            {
                public sealed class Order
                {
                    public int Id { get; init; }
                    public int OrderId { get; init; }
                    public Shop.Order? Order2 { get; init; }
                    public Guid CustomerId { get; init; }
                    public Customer? Customer { get; init; }
                    [DataCategory("transaction.order")] public string Number { get; init; } = "";
                    [RetentionAnchor("order-placed")] public DateTimeOffset PlacedAt { get; init; }
                }
            }
            """, "public DbSet<Old.Order> OldOrders => Set<Old.Order>();");
        Assert.Contains("oldOrder =>", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_another_key_than_the_primary_one_is_followed()
    {
        var plan = Plan(
            "public class Note { public int Id { get; init; } public Guid Number { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; set; } }",
            "protected override void OnModelCreating(ModelBuilder model) => model.Entity<Note>().HasOne<Customer>().WithMany().HasForeignKey(note => note.Number).HasPrincipalKey(customer => customer.Number);",
            "public Guid Number { get; init; }");
        Assert.Contains(Assert.Single(plan.Erasures).Steps, step => step.Entity.Name == "Note");
    }

    [Fact]
    public void A_field_without_a_setter_counts_where_it_is_configured()
    {
        var plan = Plan(
            "", "protected override void OnModelCreating(ModelBuilder model) => model.Entity<Customer>().Property(customer => customer.Login);",
            "[DataCategory(\"contact.email\")] public string? Login { get; }");
        Assert.Contains(
            plan.Entities.Single(entity => entity.Entity.Name == "Customer").Groups.SelectMany(group => group.Fields),
            field => field.Property.Name == "Login");
    }

    [Theory]
    [InlineData("Code", "CustomerCode")]
    [InlineData("CustomerCode", "CustomerCode")]
    public void A_shadow_column_is_named_after_the_key(string key, string column)
    {
        var plan = Plan(SmallShop.Code
            .Replace("public Guid Id { get; init; }", $"[System.ComponentModel.DataAnnotations.Key] public Guid {key} {{ get; init; }}", StringComparison.Ordinal)
            .Replace("public Guid? CustomerId { get; set; }", "", StringComparison.Ordinal));
        Assert.Equal(column, plan.Context["global::Shop.Order"].References.Single().Columns[0].Name);
    }

    [Theory]
    [InlineData("[DataCategory(\"contact.email\")] public byte[]? Photo { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\")] public System.Collections.Generic.List<string>? Tags { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\")] public DayOfWeek? Day { get; private set; }")]
    [InlineData("[DataCategory(\"contact.email\")] public decimal? Balance { get; init; }")]
    [InlineData("[DataCategory(\"contact.email\")] public required string Login { get; init; }")]
    [InlineData("public System.Collections.Generic.List<Tag> Tags { get; } = [];", "public class Tag { public int Id { get; init; } public System.Collections.Generic.List<Customer> Customers { get; } = []; }")]
    [InlineData("", "[Keyless] public class Total { public Guid CustomerId { get; init; } public Customer? Customer { get; init; } public int Orders { get; init; } }", "public DbSet<Total> Totals => Set<Total>();")]
    [InlineData("", "[Keyless] public class Total { public Guid CustomerId { get; init; } public Customer? Customer { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; init; } [RetentionAnchor(\"last-purchase\")] public DateTime At { get; init; } }", "public DbSet<Total> Totals => Set<Total>();")]
    [InlineData("", "public class Removed { public int Id { get; init; } public Guid? CustomerId { get; init; } public Customer? Customer { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; init; } [DataCategory(\"transaction.order\")] public string? Number { get; init; } [RetentionAnchor(\"last-purchase\")] [RetentionAnchor(\"order-placed\")] public DateOnly At { get; init; } }", "public DbSet<Removed> Removals => Set<Removed>();")]
    [InlineData("", "public class Held { public int Id { get; init; } public Guid? CustomerId { get; init; } public Customer? Customer { get; init; } [LegalHold] public bool On { get; init; } [DataCategory(\"contact.email\")] public string? Mail { get; init; } [RetentionAnchor(\"last-purchase\")] public DateOnly At { get; init; } }", "public DbSet<Held> Holds => Set<Held>();")]
    public void It_compiles(string onCustomer, string more = "", string inContext = "") =>
        Assert.NotNull(Start(Source(more, inContext, onCustomer)).Code);

    [Fact]
    public void It_compiles_where_nullability_is_off() =>
        Assert.NotNull(Start("#nullable disable\n" + SmallShop.Code.Replace("string?", "string", StringComparison.Ordinal)
            .Replace("Customer? ", "Customer ", StringComparison.Ordinal)).Code);

    private string? LastCode { get; set; }

    private string Code(string more, string inContext)
    {
        LastCode = Source(more, inContext, "");
        return Start(LastCode).Code!;
    }

    private static string Source(string more, string inContext, string onCustomer) => SmallShop.Code
        .Replace("public DbSet<Order> Orders => Set<Order>();", "public DbSet<Order> Orders => Set<Order>(); " + inContext, StringComparison.Ordinal)
        .Replace("[LegalHold] public bool OnLegalHold { get; set; }", onCustomer, StringComparison.Ordinal)
        .Replace("[PrivacyOperations]", more + "\n[PrivacyOperations]", StringComparison.Ordinal);

    private static PrivacyPlan Plan(string more, string inContext = "", string onCustomer = "") =>
        Assert.IsType<PrivacyPlan>(Assert.Single(
            Start(more.StartsWith("using", StringComparison.Ordinal) ? more : Source(more, inContext, onCustomer)).Outputs(Steps.Plans)).Value);

    private static GeneratorRun Start(string source)
    {
        var run = GeneratorRun.Start(source, SmallShop.Policy);
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity != DiagnosticSeverity.Hidden));
        return run;
    }
}
