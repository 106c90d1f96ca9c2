<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="graduatedSymbol" attr='coalesce("year_due", -1)' graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">
    <ranges>
      <range lower="0.000000000000000" upper="2028.000000000000000" symbol="0" label="tot en met 2028" render="true"/>
      <range lower="2028.500000000000000" upper="2032.000000000000000" symbol="1" label="2029 – 2032" render="true"/>
      <range lower="2032.500000000000000" upper="2036.000000000000000" symbol="2" label="2033 – 2036" render="true"/>
      <range lower="2036.500000000000000" upper="2045.000000000000000" symbol="3" label="2037 – 2045" render="true"/>
      <range lower="2045.500000000000000" upper="9999.000000000000000" symbol="4" label="na 2045" render="true"/>
      <range lower="-1.000000000000000" upper="-1.000000000000000" symbol="5" label="jaar onbekend" render="true"/>
    </ranges>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="59,10,82,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="size" value="1.25"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="116,66,154,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="size" value="1.25"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="165,131,192,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="size" value="1.25"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="205,191,221,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="size" value="1.25"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="233,228,239,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="size" value="1.25"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
      <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="208,208,208,255"/><Option type="QString" name="outline_color" value="138,138,138,255"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="size" value="1.0"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
    </symbols>
    <source-symbol>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="165,131,192,255"/><Option type="QString" name="outline_color" value="255,255,255,255"/><Option type="QString" name="outline_width" value="0.15"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="size" value="1.25"/><Option type="QString" name="size_unit" value="MM"/></Option></layer></symbol>
    </source-symbol>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>0</layerGeometryType>
</qgis>
