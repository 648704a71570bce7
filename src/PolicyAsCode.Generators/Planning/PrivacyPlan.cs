using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Policy;

namespace PolicyAsCode.Generators.Planning;

/// <summary>What the operations of a context do; the writer only puts it into words.</summary>
/// <param name="Context">The context, with what the bindings add to its declarations.</param>
/// <param name="Policy">The policy's name.</param>
/// <param name="TimeZone">IANA zone in which days begin.</param>
/// <param name="Entities">Entities with personal data, those that refer before those that are referred to.</param>
/// <param name="Erasures">One a root of a subject.</param>
/// <param name="LeftOut">What cannot be done, and why, in sentences.</param>
public sealed record PrivacyPlan(
    ContextModel Context, string Policy, string TimeZone, EquatableArray<EntityPlan> Entities,
    EquatableArray<ErasurePlan> Erasures, EquatableArray<string> LeftOut)
{
    /// <summary>The records of which no erasure is generated.</summary>
    public EquatableArray<RefusedErasure> Refused { get; init; } = EquatableArray<RefusedErasure>.Empty;

    /// <summary>How long the run time's own tables are kept, where the context has them.</summary>
    public EquatableArray<OwnTableFacts> OwnTables { get; init; } = EquatableArray<OwnTableFacts>.Empty;
}

/// <summary>Why no erasure of a record is generated.</summary>
/// <param name="Root">The record, by its type.</param>
/// <param name="Entity">The entity that stands in the way, by its type.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RefusedErasure(string Root, string Entity, string Reason);

/// <summary>The retention of one entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Groups">Its personal fields, by what the policy says of them.</param>
/// <param name="Holds">Legal holds that lie on its rows: its own, and those of what it belongs to.</param>
/// <param name="Link">The foreign key to the subject that anonymising cuts; null where there is none to cut.</param>
/// <param name="Removal">When its rows go; null where they never go by retention.</param>
/// <param name="Counted">Fields of other entities whose time is counted through the link: it is cut once theirs is over.</param>
public sealed record EntityPlan(
    EntityModel Entity, EquatableArray<FieldGroup> Groups, EquatableArray<AccessPath> Holds, ReferenceModel? Link,
    RemovalPlan? Removal, EquatableArray<CountedGroup> Counted)
{
    /// <summary>Whose its rows can be: while a legal hold stands on one of them, the sweep leaves the row alone.</summary>
    public EquatableArray<PersonOfRow> People { get; init; } = EquatableArray<PersonOfRow>.Empty;
}

/// <summary>Somebody whose a row can be.</summary>
/// <param name="Name">What they are asked by.</param>
/// <param name="Root">Their own record.</param>
/// <param name="Way">The foreign keys to it.</param>
public sealed record PersonOfRow(string Name, EntityModel Root, EquatableArray<ReferenceModel> Way);

/// <summary>Fields whose time is counted through a link of another entity.</summary>
/// <param name="Entity">Their entity.</param>
/// <param name="Group">The fields.</param>
/// <param name="Way">The foreign keys from it to the entity that has the link.</param>
public sealed record CountedGroup(EntityModel Entity, FieldGroup Group, EquatableArray<ReferenceModel> Way);

/// <summary>Personal fields of an entity of which the policy says the same.</summary>
/// <param name="Subject">Whose they are; null where no path leads to a subject.</param>
/// <param name="Rule">How long they are kept; null where the policy does not say.</param>
/// <param name="Categories">The categories, by key.</param>
/// <param name="Fields">The fields; none for a link that is personal only through what hangs on it.</param>
/// <param name="Anchor">From where it counts; null where there is a problem.</param>
/// <param name="Problem">Why a sweep cannot keep the rule, in a sentence; null where it can.</param>
public sealed record FieldGroup(
    string? Subject, RetentionRule? Rule, EquatableArray<string> Categories, EquatableArray<FieldPlan> Fields,
    AccessPath? Anchor, string? Problem)
{
    /// <summary>Whether the entity has no field of it, and only carries the link of those that have.</summary>
    public bool IsInherited => Fields.Count == 0;

    /// <summary>Whether a legal minimum stops the erasure of its rows.</summary>
    public bool HasMinimum => Rule is { AtLeast: not null, NeverStored: false } && !IsInherited;

    /// <summary>Whether its anchor is lost with that link of its row.</summary>
    public bool CountsThrough(ReferenceModel link) => Anchor is { Hops: { Count: > 0 } hops } && hops[0] == link;
}

/// <summary>A personal field.</summary>
/// <param name="Property">The property.</param>
/// <param name="Identifies">Whether it singles out a person by itself, by any of its categories.</param>
/// <param name="IsKeptByName">
/// Whether a legal minimum is stated on each category by which it identifies, and not on a broader one.
/// </param>
public sealed record FieldPlan(PropertyModel Property, bool Identifies, bool IsKeptByName)
{
    /// <summary>Whether a row that the law keeps must lose it all the same: a kept row carries no identifier.</summary>
    public bool GoesFromKeptRows => Identifies && !IsKeptByName;
}

/// <summary>A way from an entity over navigations to a property.</summary>
/// <param name="Hops">The references, in order; each has a navigation.</param>
/// <param name="Property">The property at the end.</param>
public sealed record AccessPath(EquatableArray<ReferenceModel> Hops, PropertyModel Property)
{
    /// <summary>The position of a link of an entity on the way; -1 where the way does not lead over it.</summary>
    /// <param name="from">The entity where the way starts.</param>
    /// <param name="owner">The entity that has the link: links of two entities can look the same.</param>
    /// <param name="link">The link.</param>
    public int IndexOf(EntityModel from, EntityModel owner, ReferenceModel link)
    {
        for (var i = 0; i < Hops.Count; i++)
            if (Hops[i] == link && (i == 0 ? from.Type : Hops[i - 1].Principal) == owner.Type)
                return i;
        return -1;
    }

    /// <summary>Whether it can come to nothing.</summary>
    public bool IsNullable =>
        Property.IsNullable || Property.Objects.Any(step => step.IsNullable) || Hops.Any(hop => hop.IsCuttable);
}

/// <summary>When rows of an entity go: all that is personal in them has expired, and nothing that stays refers to them.</summary>
/// <param name="Blockers">Rows whose reference stops it.</param>
/// <param name="Detached">Rows without personal data that refer to them, and what becomes of those.</param>
public sealed record RemovalPlan(EquatableArray<Blocker> Blockers, EquatableArray<Detachment> Detached);

/// <summary>Rows that stop the removal of what they refer to.</summary>
/// <param name="Reference">The foreign key.</param>
/// <param name="Rows">Which of its rows.</param>
public sealed record Blocker(ReferenceModel Reference, StayingRows Rows);

/// <summary>The rows of an entity that a sweep leaves in place (or linked).</summary>
/// <param name="Entity">The entity.</param>
/// <param name="All">All of them; else those of which a group has not expired, or that are held or blocked.</param>
/// <param name="AnyGroup">True: staying needs one group that has not expired; false: none of them has.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Holds">The holds.</param>
/// <param name="Blockers">What else makes a row stay.</param>
/// <param name="Counted">What makes it keep its link.</param>
public sealed record StayingRows(
    EntityModel Entity, bool All, bool AnyGroup, EquatableArray<FieldGroup> Groups, EquatableArray<AccessPath> Holds,
    EquatableArray<Blocker> Blockers, EquatableArray<CountedGroup> Counted)
{
    /// <summary>Those of them that stay because a legal hold stands on somebody whose they are.</summary>
    public EquatableArray<PersonOfRow> People { get; init; } = EquatableArray<PersonOfRow>.Empty;

    /// <summary>Fields that nobody would find any more, were the reference cut before their time is over.</summary>
    public EquatableArray<LostGroup> Lost { get; init; } = EquatableArray<LostGroup>.Empty;
}

/// <summary>Fields that are found by one reference alone, where all nearer ways to their subject lead to nobody.</summary>
/// <param name="Group">The fields.</param>
/// <param name="Nearer">The nearer ways.</param>
public sealed record LostGroup(FieldGroup Group, EquatableArray<EquatableArray<ReferenceModel>> Nearer);

/// <summary>What becomes of rows without personal data that refer to rows which are deleted.</summary>
/// <param name="Entity">Their entity.</param>
/// <param name="Reference">The foreign key.</param>
/// <param name="IsCut">Whether the reference is cut; else the rows go too.</param>
/// <param name="Detached">What refers to those that go.</param>
public sealed record Detachment(
    EntityModel Entity, ReferenceModel Reference, bool IsCut, EquatableArray<Detachment> Detached);

/// <summary>The erasure of one subject.</summary>
/// <param name="Subject">The kind of person.</param>
/// <param name="Root">Its own record.</param>
/// <param name="Steps">One an entity, those that refer before those that are referred to; the root comes last.</param>
/// <param name="HeldReferences">Rows of others that would lose a reference to the record, and may be held.</param>
/// <param name="HeldRows">Rows that belong to the subject, and may be held.</param>
public sealed record ErasurePlan(
    string Subject, EntityModel Root, EquatableArray<ErasureStep> Steps, EquatableArray<HeldReference> HeldReferences,
    EquatableArray<HeldRows> HeldRows)
{
    /// <summary>
    /// What such a person is asked by: the policy's word; where it stands for several records whose keys have nothing to do
    /// with each other, that word and the record's name, whether or not the others can be erased.
    /// </summary>
    public string Name { get; init; } = Subject;
}

/// <summary>Rows that may be held.</summary>
/// <param name="Entity">Their entity.</param>
/// <param name="Ways">The foreign keys from it to the subject: each way by which a row can be the subject's.</param>
/// <param name="Hold">The hold; null for one on somebody else whose the rows are as well.</param>
public sealed record HeldRows(EntityModel Entity, EquatableArray<EquatableArray<ReferenceModel>> Ways, PropertyModel? Hold)
{
    /// <summary>On whom the hold can be, where it is not on the row.</summary>
    public EquatableArray<PersonOfRow> People { get; init; } = EquatableArray<PersonOfRow>.Empty;
}

/// <summary>A foreign key of rows that may be held, and so must not lose it.</summary>
/// <param name="Entity">The entity that refers.</param>
/// <param name="Reference">Its foreign key.</param>
/// <param name="Hold">The hold; null for one on somebody whose the rows are.</param>
public sealed record HeldReference(EntityModel Entity, ReferenceModel Reference, AccessPath? Hold)
{
    /// <summary>On whom the hold can be, where it is not on a row.</summary>
    public EquatableArray<PersonOfRow> People { get; init; } = EquatableArray<PersonOfRow>.Empty;

    /// <summary>What it refers to, and what that is a part of, up to rows of the subject; empty for the record itself.</summary>
    public EquatableArray<EntityModel> Below { get; init; } = EquatableArray<EntityModel>.Empty;

    /// <summary>The references from each of those to the next.</summary>
    public EquatableArray<ReferenceModel> Way { get; init; } = EquatableArray<ReferenceModel>.Empty;
}

/// <summary>What an erasure does to the rows of one entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Path">The foreign keys from it to the subject; empty for the root.</param>
/// <param name="Groups">Its fields of this subject.</param>
/// <param name="Link">The link that rows which stay lose; null where it must stay.</param>
/// <param name="IsShared">Whether its rows also hold data of somebody else, and so are never deleted.</param>
/// <param name="Blockers">Foreign keys, by entity, whose remaining rows keep a row in place.</param>
/// <param name="Detached">What becomes of others that refer to rows which are deleted.</param>
public sealed record ErasureStep(
    EntityModel Entity, EquatableArray<ReferenceModel> Path, EquatableArray<FieldGroup> Groups, ReferenceModel? Link,
    bool IsShared, EquatableArray<RemainingReference> Blockers, EquatableArray<Detachment> Detached)
{
    /// <summary>
    /// The references by which a row can be of two people (who wrote it, who received it); empty where there is but one.
    /// </summary>
    public EquatableArray<Side> Sides { get; init; } = EquatableArray<Side>.Empty;

    /// <summary>
    /// The other ways to the subject, nearest first: a row is theirs by one of them where the path, and each way before it,
    /// leads to nobody.
    /// </summary>
    public EquatableArray<EquatableArray<ReferenceModel>> Further { get; init; } = EquatableArray<EquatableArray<ReferenceModel>>.Empty;

    /// <summary>Required references of rows to rows of the same entity: children go before their parents.</summary>
    public EquatableArray<ReferenceModel> Levels { get; init; } = EquatableArray<ReferenceModel>.Empty;

    /// <summary>Whether rows can remain once the step is done.</summary>
    public bool CanRemain => IsShared || Blockers.Count > 0 || Groups.Any(group => group.HasMinimum);
}

/// <summary>A foreign key by which remaining rows keep others in place.</summary>
/// <param name="Entity">The entity that refers.</param>
/// <param name="Reference">Its foreign key.</param>
public sealed record RemainingReference(EntityModel Entity, ReferenceModel Reference);

/// <summary>One of several references of a row to the same kind of person.</summary>
/// <param name="Reference">The foreign key.</param>
/// <param name="Fields">The fields whose name says that they are this side's: <c>SenderName</c>.</param>
public sealed record Side(ReferenceModel Reference, EquatableArray<PropertyModel> Fields)
{
    /// <summary>What the side is called: the navigation, or the column without its ending.</summary>
    public string Name => NameOf(Reference);

    /// <summary>What the side of a reference is called.</summary>
    public static string NameOf(ReferenceModel reference)
    {
        var name = reference.Navigation ?? reference.Columns[reference.Columns.Count - 1].Name;
        return reference.Navigation is null && name.Length > 2 && name.EndsWith("Id", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - 2)
            : name;
    }
}
