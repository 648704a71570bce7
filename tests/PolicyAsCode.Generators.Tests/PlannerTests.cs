using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Tests;

/// <summary>Plans from models and facts alone: no compiler, no YAML.</summary>
public sealed class PlannerTests
{
    private const string Email = "contact.email";
    private const string Bill = "transaction.order";

    [Fact]
    public void A_row_goes_with_the_last_of_its_fields()
    {
        var plan = Plan([Customer], Keep(Email, "customer", Erase(2)));
        var entity = Assert.Single(plan.Entities);
        Assert.NotNull(entity.Removal);
        Assert.Empty(entity.Removal.Blockers);
        Assert.Empty(plan.LeftOut);
    }

    [Fact]
    public void What_refers_comes_before_what_is_referred_to()
    {
        var plan = Plan([Customer, Order(isRequired: false)], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.Equal(["Order", "Customer"], plan.Entities.Select(entity => entity.Entity.Name));
        Assert.Equal(["Order", "Customer"], Assert.Single(plan.Erasures).Steps.Select(step => step.Entity.Name));
    }

    [Fact]
    public void Anonymising_cuts_the_link_and_what_is_cut_blocks_no_more()
    {
        var plan = Plan([Customer, Order(isRequired: false)], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.Equal("CustomerId", plan.Entities[0].Link?.Columns[0].Name);
        var blocker = Assert.Single(plan.Entities[1].Removal!.Blockers);
        Assert.False(blocker.Rows.All);
        Assert.False(blocker.Rows.AnyGroup);
    }

    [Fact]
    public void A_required_link_cannot_be_cut_and_leaves_the_subject_in_place()
    {
        var plan = Plan([Customer, Order(isRequired: true)], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.Null(plan.Entities[0].Link);
        Assert.True(Assert.Single(plan.Entities[1].Removal!.Blockers).Rows.All);
        Assert.Contains(plan.LeftOut, text => text.Contains("required", StringComparison.Ordinal));
        var root = plan.Erasures[0].Steps[1];
        Assert.Equal("Order", Assert.Single(root.Blockers).Entity.Name);
        Assert.True(root.CanRemain);
    }

    [Fact]
    public void A_part_without_personal_data_goes_with_its_row_unless_somebodys_data_needs_it()
    {
        var card = Entity("Card", [Property("Id", isKey: true)], Reference("Customer", "CustomerId", isNullable: false));
        var stamp = Entity("Stamp", [Property("Id", isKey: true)], Reference("Card", "CardId", isNullable: false));
        var part = Plan([Customer, card, stamp], Keep(Email, "customer", Erase(2)));
        var detached = Assert.Single(part.Erasures[0].Steps[0].Detached);
        Assert.Equal(("Card", false, "Stamp"), (detached.Entity.Name, detached.IsCut, detached.Detached[0].Entity.Name));

        var staff = Entity("Staff", [Property("Id", isKey: true), Property("Mail", Email), Property("Left", anchor: "last-purchase")]) with { Subject = "staff" };
        var needed = Entity("Stamp", [Property("Id", isKey: true), Property("Text", Bill)],
            Reference("Card", "CardId", isNullable: false), Reference("Staff", "StaffId", isNullable: false));
        var kept = Plan([Customer, card, needed, staff], Keep(Email, "customer", Erase(2)), Keep(Bill, "staff", Erase(2)));
        var root = kept.Erasures.Single(erasure => erasure.Subject == "customer").Steps.Single();
        Assert.Empty(root.Detached);
        Assert.Equal("Card", Assert.Single(root.Blockers).Entity.Name);
    }

    [Fact]
    public void A_reference_to_somebody_else_is_cut_and_the_row_is_not_theirs()
    {
        var staff = Entity("Staff", [Property("Id", isKey: true), Property("Mail", Email), Property("Left", anchor: "last-purchase")]) with { Subject = "staff" };
        var order = Order(isRequired: false);
        order = order with { References = order.References.Append(Reference("Staff", "CashierId", isNullable: true)).ToEquatable() };
        var plan = Plan([Customer, order, staff], Keep(Email, "customer", Erase(2)), Keep(Email, "staff", Erase(2)), Keep(Bill, "customer", Kept(10)));
        var step = Assert.Single(plan.Erasures.Single(erasure => erasure.Subject == "staff").Steps);
        Assert.True(Assert.Single(step.Detached).IsCut);
    }

    [Fact]
    public void A_kept_row_loses_what_identifies_unless_the_law_names_that_very_category()
    {
        var order = Order(isRequired: false) with
        {
            Properties = EquatableArray.ToEquatable([Property("Id", isKey: true), Property("Mail", Email), Property("PlacedAt", anchor: "order-placed")]),
        };
        var customer = Customer with { Properties = Customer.Properties.Append(Property("FirstOrderAt", anchor: "order-placed")).ToEquatable() };
        var broad = Plan([customer, order], Keep(Email, "customer", Kept(10) with { StatedOn = "contact" }));
        var field = broad.Erasures[0].Steps[0].Groups.Single().Fields.Single();
        Assert.True(field.GoesFromKeptRows);
        var named = Plan([customer, order], Keep(Email, "customer", Kept(10) with { StatedOn = Email }));
        Assert.False(named.Erasures[0].Steps[0].Groups.Single().Fields.Single().GoesFromKeptRows);
    }

    [Fact]
    public void A_field_that_is_a_bill_and_an_address_goes_from_kept_rows()
    {
        var both = Property("Number", Bill) with { Categories = EquatableArray.ToEquatable([Bill, Email]) };
        var order = Order(isRequired: false) with
        {
            Properties = EquatableArray.ToEquatable([Property("Id", isKey: true), both, Property("PlacedAt", anchor: "order-placed")]),
        };
        var plan = Plan([Customer, order], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.All(plan.Erasures[0].Steps[0].Groups, group => Assert.True(Assert.Single(group.Fields).GoesFromKeptRows));
    }

    [Fact]
    public void Statements_that_ask_for_the_same_are_one_group()
    {
        var customer = Customer with { Properties = Customer.Properties.Append(Property("Phone", "contact.phone")).ToEquatable() };
        var plan = Plan(
            [customer], Keep(Email, "customer", Erase(2)),
            Keep("contact.phone", "customer", Erase(2) with { Location = "policies/shop.policy.yaml:7", Clauses = EquatableArray.ToEquatable(["SHOP-9"]) }));
        var group = Assert.Single(plan.Entities[0].Groups);
        Assert.Equal(["Email", "Phone"], group.Fields.Select(field => field.Property.Name));
        Assert.Equal("policies/shop.policy.yaml:1, 7", group.Rule!.Location);
        Assert.Equal(["SHOP-1", "SHOP-9"], group.Rule.Clauses);
    }

    [Fact]
    public void An_anchor_is_found_on_the_way_to_the_subject()
    {
        var note = Entity("Note", [Property("Id", isKey: true), Property("Text", Email)], Reference("Customer", "CustomerId", isNullable: true));
        var group = Plan([Customer, note], Keep(Email, "customer", Erase(2))).Entities[0].Groups.Single();
        Assert.Equal(("Customer", "LastPurchaseAt"), (group.Anchor!.Hops.Single().Navigation, group.Anchor.Property.Name));
        Assert.True(group.Anchor.IsNullable);
    }

    [Fact]
    public void Rows_that_hang_on_an_order_are_about_nobody_once_the_order_is_cut()
    {
        var order = Order(isRequired: false);
        order = order with { Properties = order.Properties.Where(property => property.Categories.Count == 0).ToEquatable() };
        var line = Entity("Line", [Property("Id", isKey: true), Property("Text", Bill)], Reference("Order", "OrderId", isNullable: false));
        var plan = Plan([Customer, order, line], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        var carrier = plan.Entities.Single(entity => entity.Entity.Name == "Order");
        Assert.True(Assert.Single(carrier.Groups).IsInherited);
        Assert.NotNull(carrier.Link);
    }

    [Fact]
    public void A_row_is_the_subjects_by_any_way_the_nearest_that_leads_to_somebody_first()
    {
        var basket = Entity("Basket", [Property("Id", isKey: true)], Reference("Customer", "CustomerId", isNullable: false));
        var order = Order(isRequired: false);
        order = order with { References = order.References.Append(Reference("Basket", "BasketId", isNullable: true)).ToEquatable() };
        var plan = Plan([Customer, basket, order, Ticket("CustomerId?", "OrderId?")], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        var steps = Assert.Single(plan.Erasures).Steps;
        var ticket = steps.Single(step => step.Entity.Name == "Ticket");
        Assert.Equal("CustomerId", Named(ticket.Path));
        Assert.Equal(["OrderId, CustomerId", "OrderId, BasketId, CustomerId"], ticket.Further.Select(way => Named(way)));
        Assert.Equal(["BasketId, CustomerId"], steps.Single(step => step.Entity.Name == "Order").Further.Select(way => Named(way)));
    }

    [Theory]
    [InlineData("CustomerId", "OrderId?")]
    [InlineData("CustomerId", "OrderId")]
    public void After_a_way_that_always_leads_to_somebody_no_other_is_asked(params string[] references)
    {
        var plan = Plan([Customer, Order(isRequired: true), Ticket(references)], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.All(Assert.Single(plan.Erasures).Steps, step => Assert.Empty(step.Further));
    }

    [Fact]
    public void Where_nothing_says_whose_a_row_is_by_its_other_way_no_erasure_is_generated()
    {
        var order = Entity(
            "Order", [Property("Id", isKey: true), Property("PlacedAt", anchor: "order-placed")],
            Reference("Customer", "BuyerId", isNullable: true), Reference("Customer", "PayerId", isNullable: true));
        var plan = Plan([Customer, order, Ticket("CustomerId?", "OrderId?")], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.Empty(plan.Erasures);
        Assert.Contains(plan.LeftOut, text => text.Contains("(PAC4003)", StringComparison.Ordinal)
            && text.Contains("by Ticket.CustomerId and, where that leads to nobody, by Ticket.OrderId, Order.BuyerId", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_two_lead_to_the_subject_through_each_other_no_erasure_is_generated()
    {
        var order = Order(isRequired: false);
        order = order with { References = order.References.Append(Reference("Ticket", "TicketId", isNullable: true)).ToEquatable() };
        var plan = Plan([Customer, order, Ticket("CustomerId?", "OrderId?")], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.Empty(plan.Erasures);
        Assert.Contains(plan.LeftOut, text => text.Contains("which of the two goes first (PAC4003)", StringComparison.Ordinal));
    }

    [Fact]
    public void With_more_ways_than_anybody_could_follow_no_erasure_is_generated()
    {
        var all = new List<EntityModel> { Customer };
        for (var i = 0; i < 9; i++)
            all.Add(Entity($"Step{i}", [Property("Id", isKey: true)],
                [Reference("Customer", "CustomerId", isNullable: true), .. Enumerable.Range(0, i).Select(k => Reference($"Step{k}", $"Step{k}Id", isNullable: true))]));
        all.Add(Entity("Ticket", [Property("Id", isKey: true), Property("Number", Bill), Property("PlacedAt", anchor: "order-placed")],
            [Reference("Customer", "CustomerId", isNullable: true), Reference("Step8", "Step8Id", isNullable: true)]));
        var plan = Plan([.. all], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));
        Assert.Empty(plan.Erasures);
        Assert.Contains(plan.LeftOut, text => text.Contains("more ways lead from Ticket", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_of_a_row_of_two_people_is_the_sides_with_the_longest_name_that_ends_with_a_word()
    {
        var message = Entity("Message", [Property("Id", isKey: true), Property("SenderAgentMail", Email), Property("SenderMail", Email), Property("SenderAgentsMail", Bill)],
            To("Sender", "SenderId"), To("SenderAgent", "SenderAgentId"));
        var plan = Plan([Customer, message], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Erase(2)));
        var sides = Assert.Single(plan.Erasures).Steps[0].Sides;
        Assert.Equal(["SenderMail", "SenderAgentsMail"], sides.Single(side => side.Name == "Sender").Fields.Select(field => field.Name).OrderByDescending(name => name));
        Assert.Equal(["SenderAgentMail"], sides.Single(side => side.Name == "SenderAgent").Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData(Email)]
    [InlineData(Bill)]
    public void Where_a_field_begins_with_the_name_of_two_sides_no_erasure_is_generated(string category)
    {
        var message = Entity("Message", [Property("Id", isKey: true), Property("SenderText", category)],
            To("Sender", "SenderId"), To(null, "SenderId") with { Columns = new[] { To(null, "OldId").Columns[0], To(null, "SenderId").Columns[0] }.ToEquatable() });
        var plan = Plan([Customer, message], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Erase(2)));
        Assert.Empty(plan.Erasures);
        Assert.Contains(plan.LeftOut, text => text.Contains("nothing says whose SenderText is", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MentorMail", false)]
    [InlineData("MentoringMail", true)]
    public void What_is_named_after_another_of_their_kind_is_not_taken_for_the_records_own(string field, bool isErased)
    {
        var customer = Customer with
        {
            Properties = Customer.Properties.Append(Property(field, Email)).ToEquatable(),
            References = new[] { To("Mentor", "MentorId") }.ToEquatable(),
        };
        var plan = Plan([customer], Keep(Email, "customer", Erase(2)));
        Assert.Equal(isErased ? 1 : 0, plan.Erasures.Count);
        Assert.Equal(!isErased, plan.LeftOut.Any(text => text.Contains("Customer.MentorMail is of whom Mentor refers to", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_subject_is_asked_by_does_not_depend_on_which_erasures_there_are()
    {
        var guest = Entity("Guest", [Property("Id", isKey: true), Property("Email", Email), Property("LastPurchaseAt", anchor: "last-purchase")])
            with { Subject = "customer" };
        var both = Plan([Customer, guest], Keep(Email, "customer", Erase(2)));
        Assert.Equal(["customer/Customer", "customer/Guest"], both.Erasures.Select(erasure => erasure.Name));
        var keyless = guest with { Key = EquatableArray<string>.Empty };
        Assert.Equal("customer/Customer", Assert.Single(Plan([Customer, keyless], Keep(Email, "customer", Erase(2))).Erasures).Name);
        Assert.Equal("customer", Assert.Single(Plan([Customer], Keep(Email, "customer", Erase(2))).Erasures).Name);
    }

    /// <summary>A hold on a person stands in the way of a sweep of whichever type their record is.</summary>
    [Fact]
    public void Each_of_the_types_of_one_kind_of_person_is_asked_whether_they_are_held()
    {
        var person = Customer with { Name = "Person", Type = "global::Person", Set = "Persons", IsAbstract = true, HasDerived = true, Subject = null };
        var (guest, member) = (Derived("Guest"), Derived("Member"));

        var plan = Plan([person, guest, member], Keep(Email, "customer", Erase(2)));

        Assert.Equal(["Guest", "Member"], plan.Entities.Where(entity => entity.Removal is not null).Select(entity => entity.Entity.Name).Order());
        Assert.All(plan.Entities.Where(entity => entity.Removal is not null), entity =>
        {
            var asked = Assert.Single(entity.People);
            Assert.Equal(("customer", entity.Entity.Type, 0), (asked.Name, asked.Root.Type, asked.Way.Count));
        });

        EntityModel Derived(string name) => Customer with { Name = name, Type = "global::" + name, Set = name + "s", Base = person.Type };
    }

    /// <summary>Their rows too: one that refers to the second type alone, and one that refers to what both derive from.</summary>
    [Theory]
    [InlineData("Member")]
    [InlineData("Person")]
    public void What_refers_to_a_type_of_a_kind_of_person_is_asked_whether_they_are_held(string principal)
    {
        var person = Customer with { Name = "Person", Type = "global::Person", Set = "Persons", IsAbstract = true, HasDerived = true, Subject = null };
        var types = new[] { "Guest", "Member" }.Select(name =>
            Customer with { Name = name, Type = "global::" + name, Set = name + "s", Base = person.Type });

        var plan = Plan([person, .. types, Ticket(principal + "Id")], Keep(Email, "customer", Erase(2)), Keep(Bill, "customer", Kept(10)));

        var asked = Assert.Single(plan.Entities.Single(entity => entity.Entity.Name == "Ticket").People);
        Assert.Equal(("customer", principal + "Id"), (asked.Name, Named(asked.Way)));
    }

    private static string Named(IEnumerable<ReferenceModel> way) => string.Join(", ", way.Select(hop => hop.Columns[0].Name));

    /// <summary>A ticket with references such as <c>OrderId</c>, or <c>OrderId?</c> where it can be empty.</summary>
    private static EntityModel Ticket(params string[] references) => Entity(
        "Ticket", [Property("Id", isKey: true), Property("Number", Bill), Property("PlacedAt", anchor: "order-placed")],
        [.. references.Select(column => Reference(
            column.TrimEnd('?').Replace("Id", "", StringComparison.Ordinal), column.TrimEnd('?'), column.EndsWith('?')))]);

    private static EntityModel Customer { get; } = Entity(
        "Customer",
        [Property("Id", isKey: true), Property("Email", Email), Property("LastPurchaseAt", anchor: "last-purchase", isNullable: true)])
        with { Subject = "customer" };

    private static EntityModel Order(bool isRequired) => Entity(
        "Order", [Property("Id", isKey: true), Property("Number", Bill), Property("PlacedAt", anchor: "order-placed")],
        Reference("Customer", "CustomerId", isNullable: !isRequired));

    private static EntityModel Entity(string name, IEnumerable<PropertyModel> properties, params ReferenceModel[] references) => new(
        name, "global::" + name, name + "s", null, EquatableArray.ToEquatable([name]), null, EquatableArray.ToEquatable(["Id"]),
        properties.ToEquatable(), references.ToEquatable());

    private static PropertyModel Property(
        string name, string? category = null, string? anchor = null, bool isKey = false, bool isNullable = false) => new(
        name, anchor is null ? "string" : "global::System.DateTimeOffset", isNullable, isKey, IsUnique: false, "Type",
        (category is null ? [] : new[] { category }).ToEquatable(), IsDeclaredNotPersonal: false,
        (anchor is null ? [] : new[] { anchor }).ToEquatable(), IsLegalHold: false);

    private static ReferenceModel Reference(string principal, string column, bool isNullable) => new(
        "global::" + principal, principal, IsNavigationNullable: true,
        EquatableArray.ToEquatable([new ColumnModel(column, "global::System.Guid", isNullable, IsShadow: false)]));

    private static ReferenceModel To(string? navigation, string column) =>
        Reference("Customer", column, isNullable: true) with { Navigation = navigation };

    private static RetentionRule Erase(int years) => new(
        Email, NeverStored: false, new Duration(years, DurationUnit.Years), null, "last-purchase", RetentionAction.Erase, null,
        IsDecision: false, EquatableArray.ToEquatable(["SHOP-1"]), "policies/shop.policy.yaml:1");

    private static RetentionRule Kept(int years) => new(
        Bill, NeverStored: false, null, new Duration(years, DurationUnit.Years), "order-placed", RetentionAction.Anonymise, "tax law",
        IsDecision: false, EquatableArray.ToEquatable(["SHOP-2"]), "policies/shop.policy.yaml:2");

    private static (string Category, string Subject, RetentionRule Rule) Keep(string category, string subject, RetentionRule rule) =>
        (category, subject, rule);

    private static PrivacyPlan Plan(EntityModel[] entities, params (string Category, string Subject, RetentionRule Rule)[] keep) =>
        PrivacyPlanner.Plan(
            new("Shop", "ShopContext", "public", entities.ToEquatable()),
            new("shop", "UTC",
                keep.GroupBy(item => item.Category).Select(category => new CategoryFacts(
                    category.Key, category.Key == Email, category.Select(item => item.Subject).ToEquatable(),
                    category.Select(item => new RetentionFacts(item.Subject, item.Rule)).ToEquatable())).ToEquatable(),
                EquatableArray<TypeFacts>.Empty));
}
