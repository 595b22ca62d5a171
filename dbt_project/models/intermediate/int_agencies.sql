-- A body's full name: from the seed where the seed knows its kind, else the longest name it was printed with, the place
-- written out where only 市 or 省 stood.
with printed as (
    select
        agency_id,
        list(distinct name order by name) as names,
        arg_max(name, length(name)) as longest
    from {{ ref('int_agency_names') }}
    where name is not null
    group by agency_id
),

bodies as (
    select
        ids.agency_id,
        split_part(ids.agency_id, '/', 1) as place,
        substring(ids.agency_id, strpos(ids.agency_id, '/') + 1) as body,
        printed.longest,
        coalesce(printed.names, []) as names
    from (select distinct agency_id from {{ ref('int_agency_names') }}) as ids
    left join printed on ids.agency_id = printed.agency_id
),

joined as (
    select
        bodies.*,
        region.region_id,
        region.name as region_name,
        region.short_name as region_short_name,
        region.region_type,
        coalesce(region.is_seeded, false) as is_seeded,
        kind.name is not null as is_registered,
        kind.full_name as pattern,
        kind.agency_type as registered_type,
        {{ split_list('kind.aliases') }} as patterns,
        case
            when ends_with(region.name, '市') then '市'
            when ends_with(region.name, '省') then '省'
            else right(region.name, 1)
        end as level_word
    from bodies
    left join {{ ref('int_regions') }} as region on bodies.place = region.region_id
    left join {{ ref('agencies') }} as kind
        on
            bodies.body = kind.name
            and kind.scope = if(bodies.place = 'cn', 'national', 'local')
),

named as (
    select
        *,
        case
            when is_registered
                then
                    replace(
                        replace(pattern, '{place}', coalesce(region_name, '')),
                        '{short}', coalesce(region_short_name, '')
                    )
            when region_type = 'functional_zone' and body = '管理委员会' and is_seeded then region_name || body
            when starts_with(longest, level_word) and not starts_with(longest, region_name)
                then region_name || substring(longest, 2)
            else longest
        end as name,
        list_transform(
            patterns,
            lambda form: replace(
                replace(
                    replace(if(contains(form, '{'), form, '{place}' || form), '{place}', coalesce(level_word, '')),
                    '{short}', coalesce(region_short_name, '')
                ),
                '{level}', coalesce(level_word, '')
            )
        ) as forms
    from joined
)

select
    agency_id,
    coalesce(name, body) as name,
    case
        when not is_registered then null
        when place = 'cn' then coalesce(patterns[1], name)
        when len(patterns) = 0 then name
        when contains(patterns[1], '{')
            then
                replace(
                    replace(replace(patterns[1], '{place}', region_name), '{short}', region_short_name),
                    '{level}', region_name
                )
        else region_name || patterns[1]
    end as short_name,
    list_sort(
        list_distinct(list_filter(names || forms, lambda n: n is not null and n != coalesce(name, body)))
    ) as aliases,
    case
        when
            registered_type = 'enterprise'
            or (not is_registered and regexp_matches(coalesce(longest, body), '(公司|集团|银行|分行|支行|厂)$'))
            then 'enterprise'
        when region_type = 'province' then 'province'
        when region_type = 'prefecture' then 'city'
        when region_type = 'county' then 'county'
        when region_type = 'functional_zone' then 'zone'
        else 'other'
    end as level,
    region_id,
    case
        when is_registered then registered_type
        when region_type = 'functional_zone' and body = '管理委员会' then 'zone_committee'
        when regexp_matches(coalesce(longest, body), '(公司|集团|银行|分行|支行|厂)$') then 'enterprise'
        else 'unregistered'
    end as agency_type,
    is_registered
from named
