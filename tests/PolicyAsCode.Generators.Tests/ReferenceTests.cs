using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>Foreign keys and keys are found where EF Core finds them.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void By_the_name_of_a_navigation()
    {
        var (column, reference) = Of("public Guid? BuyerId { get; set; } public Customer? Buyer { get; set; }");
        Assert.Equal(("BuyerId", true, false), (column.Name, column.IsNullable, column.IsShadow));
        Assert.Equal(("Buyer", true), (reference.Navigation, reference.IsCuttable));
    }

    [Fact]
    public void A_required_one_cannot_be_cut() =>
        Assert.False(Of("public Guid CustomerId { get; set; } public Customer? Customer { get; set; }").Reference.IsCuttable);

    [Fact]
    public void By_attribute_on_the_navigation() =>
        Assert.Equal("By", Of("public Guid? By { get; set; } [ForeignKey(\"By\")] public Customer? Buyer { get; set; }").Column.Name);

    [Fact]
    public void By_attribute_on_the_property() =>
        Assert.Equal("By", Of("[ForeignKey(nameof(Buyer))] public Guid? By { get; set; } public Customer? Buyer { get; set; }").Column.Name);

    [Theory]
    [InlineData("Customer?", true)]
    [InlineData("Customer", false)]
    public void A_navigation_alone_gets_a_shadow_column(string type, bool isNullable)
    {
        var column = Of($"public {type} Buyer {{ get; set; }} = null!;").Column;
        Assert.Equal(("BuyerId", "global::System.Guid", isNullable, true), (column.Name, column.Type, column.IsNullable, column.IsShadow));
    }

    [Fact]
    public void By_the_collection_on_the_other_side()
    {
        var (column, reference) = Of("public Guid? CustomerId { get; set; }", onCustomer: "public List<Order> Orders { get; } = [];");
        Assert.Equal("CustomerId", column.Name);
        Assert.Null(reference.Navigation);
    }

    [Fact]
    public void By_the_fluent_api()
    {
        var column = Of(
            "public Guid? By { get; set; }",
            creating: "model.Entity<Order>().HasOne<Customer>().WithMany().HasForeignKey(order => order.By);").Column;
        Assert.Equal(("By", true), (column.Name, column.IsNullable));
    }

    [Fact]
    public void The_fluent_api_can_require_it() =>
        Assert.False(Of(
            "public Guid? By { get; set; } public Customer? Buyer { get; set; }",
            creating: "model.Entity<Order>().HasOne(order => order.Buyer).WithMany().HasForeignKey(order => order.By).IsRequired();")
            .Reference.IsCuttable);

    [Fact]
    public void In_a_pair_the_side_with_the_column_refers()
    {
        var context = Read("public Guid CustomerId { get; set; } public Customer? Customer { get; set; }", "public Order? Order { get; set; }", "");
        Assert.Empty(context["global::Shop.Customer"].References);
        Assert.Single(context["global::Shop.Order"].References);
    }

    [Fact]
    public void A_key_of_two_columns_and_a_unique_index_are_read()
    {
        var context = Read(
            "public int Number { get; set; } public string Code { get; set; } = \"\";", "",
            "model.Entity<Order>().HasKey(order => new { order.Id, order.Number }); model.Entity<Order>().HasIndex(order => order.Code).IsUnique();");
        var order = context["global::Shop.Order"];
        Assert.Equal(["Id", "Number"], order.Key);
        Assert.False(order.Property("Code")!.IsBlankable);
    }

    [Fact]
    public void Entities_are_followed_over_navigations() =>
        Assert.Contains(
            Read("public List<Gift> Gifts { get; } = [];", "", "", "public sealed class Gift { public int Id { get; set; } }").Entities,
            entity => entity is { Name: "Gift", Set: null });

    private static (ColumnModel Column, ReferenceModel Reference) Of(string onOrder, string onCustomer = "", string creating = "")
    {
        var reference = Assert.Single(Read(onOrder, onCustomer, creating)["global::Shop.Order"].References);
        Assert.Equal("global::Shop.Customer", reference.Principal);
        return (Assert.Single(reference.Columns), reference);
    }

    private static ContextModel Read(string onOrder, string onCustomer, string creating, string more = "")
    {
        var run = GeneratorRun.Start($$"""
            using System;
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations.Schema;
            using Microsoft.EntityFrameworkCore;
            using PolicyAsCode.EntityFrameworkCore;

            namespace Shop;

            public sealed class Customer { public Guid Id { get; set; } {{onCustomer}} }
            public sealed class Order { public int Id { get; set; } {{onOrder}} }
            {{more}}

            [PrivacyOperations]
            public sealed class ShopContext : DbContext
            {
                public DbSet<Customer> Customers => Set<Customer>();
                public DbSet<Order> Orders => Set<Order>();
                protected override void OnModelCreating(ModelBuilder model) { {{creating}} }
            }
            """, SmallShop.Policy);
        Assert.Empty(run.Output.GetDiagnostics().Where(found => found.Severity != DiagnosticSeverity.Hidden));
        return Assert.IsType<ContextModel>(Assert.Single(run.Outputs(Steps.Contexts)).Value);
    }
}
