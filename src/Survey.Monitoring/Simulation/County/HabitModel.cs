namespace Survey.Monitoring.Simulating;

/// <summary>Who smokes, breathes the smoke of others and exercises.</summary>
internal sealed class HabitModel(SimulationPlan plan)
{
    /// <summary>What the people of 15 and older of a village do in a wave.</summary>
    /// <param name="village">With its people.</param>
    /// <param name="wave">From 0.</param>
    /// <param name="before">What they did in the wave before, or null.</param>
    public Habits[] Of(Village village, int wave, Habits[]? before)
    {
        RandomStream effects = Chance.Of(plan.Seed, Purpose.HabitEffects, village.Place.Index);
        double smoking = plan.Smoking.VillageDeviation * effects.Normal(), air = plan.SecondHand.VillageDeviation * effects.Normal(), sport = plan.Exercise.VillageDeviation * effects.Normal();
        for (int earlier = 0; earlier <= wave; earlier++)
        {
            air += plan.Waves[earlier].Change.SecondHand;
            sport += plan.Waves[earlier].Change.Exercise;
        }
        RandomStream random = Chance.Of(plan.Seed, Purpose.Habits, village.Place.Index, wave);
        ReadOnlySpan<Person> people = village.People;
        var habits = new Habits[people.Length];
        double exercising = Chance.Moved(village.Place.Town.IsUrban ? plan.Exercise.First : plan.Exercise.Second, sport);
        for (int person = 0; person < habits.Length; person++)
            if (people[person].Age >= 15)
                habits[person] = Smoking(people[person], wave, before?[person], smoking, random) | (random.Happens(exercising) ? Habits.Exercises : Habits.None);
        AddSecondHand(village, habits, air, random);
        return habits;
    }

    private Habits Smoking(Person person, int wave, Habits? before, double moved, RandomStream random)
    {
        ChangePlan change = plan.Waves[wave].Change;
        bool smoked = before is { } habits && (habits & Habits.Smokes) != 0;
        double chance = before is null ? Chance.Moved((person.IsMan ? plan.Smoking.Men : plan.Smoking.Women)[AgeGroups.Of(person.Age)], moved)
            : smoked ? 1 - change.Quitting
            : person.IsMan ? change.MenStart : change.WomenStart;
        bool smokes = random.Happens(chance), lessThanDaily = random.Happens(plan.Smoking.LessThanDaily);
        return !smokes ? Habits.None : smoked ? before!.Value & (Habits.Smokes | Habits.Daily) : lessThanDaily ? Habits.Smokes : Habits.Smokes | Habits.Daily;
    }

    private void AddSecondHand(Village village, Habits[] habits, double moved, RandomStream random)
    {
        double withSmoker = Chance.Moved(plan.SecondHand.First, moved), without = Chance.Moved(plan.SecondHand.Second, moved);
        for (int household = 0; household < village.HouseholdCount; household++)
        {
            (int first, int end) = village.MembersOf(household);
            int smokers = 0;
            for (int person = first; person < end; person++)
                smokers += (int)(habits[person] & Habits.Smokes);
            for (int person = first; person < end; person++)
                if (village.People[person].Age >= 15 && random.Happens(smokers > (int)(habits[person] & Habits.Smokes) ? withSmoker : without))
                    habits[person] |= Habits.SecondHand;
        }
    }
}
